import { IMPORT_HARD_LIMITS } from '../../../../contract/index.ts';
import { readBlock } from '../../../../domain/exchange/gift/read-block.ts';
import { type GiftBlock, giftSplitter } from '../../../../domain/exchange/gift/split.ts';
import { giftItems } from '../../../../domain/exchange/gift/to-item.ts';
import type { ItemReader } from './item-reader.ts';
import { overLimit } from './limits.ts';
import { textKind } from './text-kind.ts';
import { detectText, itemCounter, textLines } from './text-lines.ts';

/** Moodle's GIFT text format. */
export const giftReader = {
  format: 'gift',
  accepts: (head, fileName) => textKind(head, fileName) === 'gift',
  inspect: async () => undefined,
  detect: detectText,
  async *items(path, source, limits) {
    const count = itemCounter(limits);
    const splitter = giftSplitter();
    const next = giftItems();
    function* itemsOf(blocks: readonly GiftBlock[]) {
      for (const item of blocks.flatMap((block) => next(readBlock(block)))) {
        count();
        yield item;
      }
    }
    for await (const line of textLines(path, source.encoding)) {
      yield* itemsOf(splitter.push(line));
      // A brace that never closes must not collect the whole file.
      if (splitter.held() > IMPORT_HARD_LIMITS.itemCharacters) overLimit('itemCharacters', IMPORT_HARD_LIMITS.itemCharacters);
    }
    yield* itemsOf(splitter.end());
  },
  // GIFT names images by their addresses and holds no files.
  async *media() {},
} as const satisfies ItemReader;
