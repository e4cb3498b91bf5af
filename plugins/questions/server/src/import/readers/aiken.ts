import { IMPORT_HARD_LIMITS } from '../../../../contract/index.ts';
import { aikenReader as lineReader } from '../../../../domain/exchange/aiken/parse.ts';
import type { ItemReader } from './item-reader.ts';
import { overLimit } from './limits.ts';
import { textKind } from './text-kind.ts';
import { detectText, itemCounter, textLines } from './text-lines.ts';

/** Single choice questions in plain text, as Moodle's Aiken format has them. */
export const aikenReader = {
  format: 'aiken',
  accepts: (head, fileName) => textKind(head, fileName) === 'aiken',
  inspect: async () => undefined,
  detect: detectText,
  async *items(path, source, limits) {
    const count = itemCounter(limits);
    const reader = lineReader();
    for await (const line of textLines(path, source.encoding)) {
      for (const item of reader.push(line)) {
        count();
        yield item;
      }
      if (reader.held() > IMPORT_HARD_LIMITS.itemCharacters) overLimit('itemCharacters', IMPORT_HARD_LIMITS.itemCharacters);
    }
    for (const item of reader.end()) {
      count();
      yield item;
    }
  },
  async *media() {},
} as const satisfies ItemReader;
