import type { ExchangeItem } from '../item.ts';
import { jsonSplitter } from './split.ts';
import { jsonItem } from './to-item.ts';

/** Every question of a JSON text. @throws Refusal when it is no JSON, of something else, or over a limit */
export function parseJsonQuestions(text: string): ExchangeItem[] {
  const splitter = jsonSplitter();
  const items = [...splitter.push(text.startsWith('\uFEFF') ? text.slice(1) : text)].map(jsonItem);
  splitter.end();
  return items;
}
