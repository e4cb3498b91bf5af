import { jsonSplitter } from '../../../../domain/exchange/json/split.ts';
import { jsonItem } from '../../../../domain/exchange/json/to-item.ts';
import { decoded } from './encoding.ts';
import type { ItemReader } from './item-reader.ts';
import { textKind } from './text-kind.ts';
import { detectText, itemCounter } from './text-lines.ts';

/** Our own JSON, one question at a time. */
export const jsonReader = {
  format: 'json',
  accepts: (head, fileName) => textKind(head, fileName) === 'json',
  inspect: async () => undefined,
  detect: detectText,
  async *items(path, source, limits) {
    const count = itemCounter(limits);
    const splitter = jsonSplitter();
    for await (const text of decoded(path, source.encoding ?? 'utf-8')) {
      for (const piece of splitter.push(text)) {
        count();
        yield jsonItem(piece);
      }
    }
    splitter.end();
  },
  // Media come in a ZIP beside the file.
  async *media() {},
} as const satisfies ItemReader;
