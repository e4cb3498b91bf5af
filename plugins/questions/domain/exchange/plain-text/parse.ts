import type { ExchangeItem } from '../item.ts';
import { answerPairs, isAnswerLetter } from './answer-list.ts';
import { type PlainBlock, plainBlocks } from './blocks.ts';
import { plainItem } from './question.ts';

const stemOf = (block: PlainBlock): string => block.stem.join(' ').trim();

/** Answers to all questions behind the last of them: on one line, or `1. B` line by line. */
function splitKeys(blocks: readonly PlainBlock[]): { asked: readonly PlainBlock[]; keys: ReadonlyMap<number, string> } {
  const last = blocks.at(-1);
  const held = last?.options.length === 0 ? [stemOf(last), ...last.fields.map(({ text }) => text)].join(' ') : '';
  const listed = answerPairs(held) ?? answerPairs(last?.source.join(' ') ?? '');
  if (listed && blocks.length > 1) return { asked: blocks.slice(0, -1), keys: listed };
  const isKey = (block: PlainBlock) =>
    block.number !== null && block.options.length === 0 && block.fields.length === 0 && isAnswerLetter(stemOf(block));
  const end = blocks.findLastIndex((block) => !isKey(block)) + 1;
  const behind = blocks.slice(end);
  if (end === 0 || behind.length < 2) return { asked: blocks, keys: new Map() };
  return { asked: blocks.slice(0, end), keys: new Map(behind.map((block) => [block.number ?? 0, stemOf(block)])) };
}

/**
 * Questions from pasted text without any format: numbered stems, lettered options, a line that names the answer, in English,
 * Turkish and Arabic. One item a block; what was not understood is named in its messages and nothing is dropped.
 * Never throws; linear in the length.
 */
export function parsePlainText(text: string): ExchangeItem[] {
  const { asked, keys } = splitKeys(plainBlocks(text.replace(/^\uFEFF/, '')));
  return asked.map((block) => plainItem(block, (block.number !== null && keys.get(block.number)) || null));
}
