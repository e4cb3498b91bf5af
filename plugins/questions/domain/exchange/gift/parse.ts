import { type GiftEntry, readBlock } from './read-block.ts';
import { giftSplitter } from './split.ts';

/** Every entry of a GIFT text, categories and descriptions included. Never throws; linear in the length. */
export function parseGift(text: string): GiftEntry[] {
  const splitter = giftSplitter();
  const blocks = text.split(/\r\n?|\n/).flatMap((line, at) => splitter.push({ number: at + 1, text: line }));
  return [...blocks, ...splitter.end()].map(readBlock);
}
