import type { Readable } from 'node:stream';
import { type Problem, refuse } from '@lyceum/core/contract';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { IMPORT_HARD_LIMITS, questionsProblems } from '../../../../contract/index.ts';

export type OpenZip = {
  readonly entries: readonly Entry[];
  /** The bytes of an entry, counted: over all entries read, what was inflated never passes the limit, whatever the file claims. */
  readonly bytes: (entry: Entry) => AsyncGenerator<Buffer>;
  readonly close: () => void;
};

const call = <Value>(work: (done: (error: Error | null, value?: Value) => void) => void): Promise<Value> =>
  new Promise((resolve, reject) => {
    work((error, value) => (error || value === undefined ? reject(error ?? new Error('nothing came')) : resolve(value)));
  });

async function entriesOf(zip: ZipFile, max: number): Promise<Entry[]> {
  if (zip.entryCount > max) refuse(questionsProblems.importTooLarge, { params: { limit: 'zipEntries', max } });
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** What the directory itself gives away: encryption, claims beyond the limits, entries that share bytes. */
function inspectDirectory(entries: readonly Entry[], damaged: (reason: string) => never): void {
  const { inflatedBytes, zipRatio } = IMPORT_HARD_LIMITS;
  const tooLarge = (limit: string, max: number) => refuse(questionsProblems.importTooLarge, { params: { limit, max } });
  let inflated = 0;
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if ((entry.generalPurposeBitFlag & 1) === 1) damaged('encrypted');
    if (entry.relativeOffsetOfLocalHeader < end) damaged('overlap');
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize;
    inflated += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (entry.uncompressedSize > 10 * 1024 * 1024 && ratio > zipRatio) tooLarge('zipRatio', zipRatio);
  }
  if (inflated > inflatedBytes) tooLarge('inflatedBytes', inflatedBytes);
}

/**
 * Opens a ZIP for reading under the limits. Nothing is inflated yet.
 * @param problem the refusal for a file that is damaged, encrypted or made to harm; `reason` names which
 * @param maxEntries how many entries it may have
 */
export async function openZip(
  path: string,
  problem: Problem,
  maxEntries: number = IMPORT_HARD_LIMITS.zipEntries,
): Promise<OpenZip> {
  const damaged = (reason: string): never => refuse(problem, { params: { reason } });
  const zip = await call<ZipFile>((done) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false }, done),
  ).catch(() => damaged('zip'));
  let read = 0;
  async function* bytes(entry: Entry): AsyncGenerator<Buffer> {
    const stream = await call<Readable>((done) => zip.openReadStream(entry, done)).catch(() => damaged('zip'));
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        read += chunk.length;
        if (read > IMPORT_HARD_LIMITS.inflatedBytes) {
          refuse(questionsProblems.importTooLarge, { params: { limit: 'inflatedBytes', max: IMPORT_HARD_LIMITS.inflatedBytes } });
        }
        yield chunk;
      }
    } catch (error) {
      // zlib and yauzl (sizes that lie) speak in plain errors; ours pass.
      if (error instanceof Error && error.name !== 'Refusal') damaged('zip');
      throw error;
    } finally {
      stream.destroy();
    }
  }
  try {
    const entries = await entriesOf(zip, maxEntries).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'Refusal') throw error;
      return damaged('zip');
    });
    inspectDirectory(entries, damaged);
    return { entries, bytes, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}
