import { createReadStream } from 'node:fs';
import { isRefusal } from '@lyceum/core/contract';
import type { Entry } from 'yauzl';
import { questionsProblems } from '../../../../contract/index.ts';
import { mediaKey } from '../../../../domain/import/figures.ts';
import { fetchFile, internet, type Network } from '../fetch/fetch-file.ts';
import { itemReaderOf } from '../readers/registry.ts';
import { openZip } from '../readers/zip.ts';
import type { MediaResult, MediaSource, MediaTask } from '../tasks.ts';
import { addressesIn } from './addresses.ts';
import { type Taken, takeMedia } from './media-file.ts';

/** So many addresses of one file are fetched at most, so many at a time, each for so long. */
const MAX_ADDRESSES = 2_000;
const FETCH_AT_ONCE = 6;
const FETCH_MS = 20_000;

const largest = ({ maxBytes }: MediaTask): number => Math.max(maxBytes.image, maxBytes.audio);

async function joined(bytes: AsyncIterable<Buffer>, max: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > max) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Answer = readonly [name: string, taken: Taken];

/** Files systems put into archives by themselves. */
const isNoise = (fileName: string): boolean =>
  fileName.endsWith('/') || fileName.startsWith('__MACOSX/') || mediaKey(fileName).startsWith('.');

/** Files of a ZIP beside the file are known by their name without folders; the second of a name is refused. */
async function* fromZip(path: string, task: MediaTask): AsyncGenerator<Answer> {
  const zip = await openZip(path, questionsProblems.importMediaInvalid);
  const seen = new Set<string>();
  const taken = async (entry: Entry, name: string): Promise<Taken> => {
    if (seen.has(name)) return { refused: 'nameTwice' };
    if (entry.uncompressedSize > largest(task)) return { refused: 'tooLarge' };
    const bytes = await joined(zip.bytes(entry), largest(task));
    return bytes === null ? { refused: 'tooLarge' } : takeMedia(bytes, name, task);
  };
  try {
    for (const entry of zip.entries.filter(({ fileName }) => !isNoise(fileName))) {
      const name = mediaKey(entry.fileName).slice(0, 200);
      yield [name, await taken(entry, name)];
      seen.add(name);
    }
  } finally {
    zip.close();
  }
}

/** Files inside a package or an XML file are known by the whole name that the format gives them. */
async function* fromInside({ path, format }: Extract<MediaSource, { kind: 'inside' }>, task: MediaTask): AsyncGenerator<Answer> {
  for await (const { name, sizeBytes, bytes } of itemReaderOf(format).media(path)) {
    const whole = sizeBytes > largest(task) ? null : await joined(bytes(), largest(task));
    yield [name, whole === null ? { refused: 'tooLarge' } : await takeMedia(whole, name, task)];
  }
}

async function fetched(address: string, task: MediaTask, network: Network): Promise<Answer> {
  const answer = await fetchFile(address, { maxBytes: largest(task), timeoutMs: FETCH_MS }, network);
  return [address, 'refused' in answer ? answer : await takeMedia(answer.bytes, address, task)];
}

/** Files behind the https addresses of a file, each fetched once. */
async function* fromAddresses(
  source: Extract<MediaSource, { kind: 'addresses' }>,
  task: MediaTask,
  network: Network,
): AsyncGenerator<Answer> {
  const seen = new Set<string>();
  let waiting: Promise<Answer>[] = [];
  for await (const address of addressesIn(source, task.limits)) {
    if (seen.has(address)) continue;
    seen.add(address);
    if (seen.size > MAX_ADDRESSES) {
      yield [address, { refused: 'tooMany' }];
      continue;
    }
    waiting.push(fetched(address, task, network));
    if (waiting.length < FETCH_AT_ONCE) continue;
    yield* await Promise.all(waiting);
    waiting = [];
  }
  yield* await Promise.all(waiting);
}

async function* fromFile({ path, name }: Extract<MediaSource, { kind: 'file' }>, task: MediaTask): AsyncGenerator<Answer> {
  const bytes = await joined(createReadStream(path), largest(task));
  yield [name, bytes === null ? { refused: 'tooLarge' } : await takeMedia(bytes, name, task)];
}

const from = (source: MediaSource, task: MediaTask, network: Network): AsyncGenerator<Answer> => {
  if (source.kind === 'zip') return fromZip(source.path, task);
  if (source.kind === 'file') return fromFile(source, task);
  return source.kind === 'inside' ? fromInside(source, task) : fromAddresses(source, task, network);
};

/** Every image and audio file of the sources, checked by its content; one that is refused is named and the others stay usable. */
export async function media(task: MediaTask, network: Network = internet): Promise<MediaResult> {
  const result: MediaResult = { usable: [], refused: [] };
  try {
    for (const source of task.sources) {
      for await (const [name, taken] of from(source, task, network)) {
        if ('file' in taken) result.usable.push(taken.file);
        else result.refused.push({ name, code: taken.refused });
      }
    }
    return result;
  } catch (error) {
    if (isRefusal(error)) throw error;
    throw new Error('The media could not be read', { cause: error });
  }
}
