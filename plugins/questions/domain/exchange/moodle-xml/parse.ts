import type { ExchangeItem } from '../item.ts';
import { moodleStream } from './stream.ts';
import { moodleItems } from './to-item.ts';

/** Every question of a Moodle XML text. @throws Refusal when it is no XML, of something else, or over a limit */
export function parseMoodleXml(text: string): ExchangeItem[] {
  const stream = moodleStream();
  const next = moodleItems();
  return [...stream.push(text), ...stream.end()].flatMap(next);
}
