import { type Encoding, IMPORT_HARD_LIMITS } from '../../../../contract/index.ts';
import { packedName } from '../../../../domain/exchange/moodle-xml/context.ts';
import { type FileSink, moodleStream } from '../../../../domain/exchange/moodle-xml/stream.ts';
import { moodleItems } from '../../../../domain/exchange/moodle-xml/to-item.ts';
import { decoded } from './encoding.ts';
import type { ItemReader, PackedFile } from './item-reader.ts';
import { overLimit } from './limits.ts';
import { textKind } from './text-kind.ts';
import { detectText, itemCounter } from './text-lines.ts';

/** The start of the file is what its declaration says about it; ours was detected from the bytes, so it is left aside. */
const encodingOf = async (path: string, encoding: Encoding | undefined): Promise<Encoding> =>
  encoding ?? (await detectText(path, {})).source.encoding ?? 'utf-8';

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Collects the files inside the questions, one at a time, under a limit each. */
function collector() {
  const ready: PackedFile[] = [];
  let name = '';
  let parts: string[] = [];
  let length = 0;
  const sink: FileSink = {
    start(place, fileName) {
      [name, parts, length] = [packedName(place, fileName), [], 0];
    },
    data(base64) {
      length += base64.length;
      if (length > (IMPORT_HARD_LIMITS.packedFileBytes / 3) * 4) overLimit('packedFileBytes', IMPORT_HARD_LIMITS.packedFileBytes);
      parts.push(base64);
    },
    end() {
      const bytes = Buffer.from(parts.join(''), 'base64');
      parts = [];
      if (bytes.length > 0) ready.push({ name, sizeBytes: bytes.length, bytes: () => once(bytes) });
    },
  };
  return { sink, take: () => ready.splice(0) };
}

/** Moodle's XML format, with the images and recordings inside it. */
export const moodleXmlReader = {
  format: 'moodle-xml',
  accepts: (head, fileName) => textKind(head, fileName) === 'moodle-xml',
  inspect: async () => undefined,
  detect: detectText,
  async *items(path, source, limits) {
    const count = itemCounter(limits);
    const stream = moodleStream();
    const next = moodleItems();
    for await (const piece of decoded(path, await encodingOf(path, source.encoding))) {
      for (const item of stream.push(piece).flatMap(next)) {
        count();
        yield item;
      }
    }
    yield* stream.end().flatMap(next);
  },
  async *media(path) {
    const { sink, take } = collector();
    const stream = moodleStream(sink);
    for await (const piece of decoded(path, await encodingOf(path, undefined))) {
      stream.push(piece);
      yield* take();
    }
    stream.end();
    yield* take();
  },
} as const satisfies ItemReader;
