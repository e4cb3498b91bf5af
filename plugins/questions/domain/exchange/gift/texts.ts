import { TEXT_FORMATS, type TextFormat } from '../text-format.ts';
import type { GiftText } from './ast.ts';
import { unescaped } from './escapes.ts';

const PREFIX = /^\s*\[(html|markdown|plain|moodle)\]/i;

/** A text with the format written before it, or the one it inherits. */
export function splitFormat(text: string, inherited: TextFormat): { format: TextFormat; rest: string } {
  const named = PREFIX.exec(text);
  if (!named) return { format: inherited, rest: text };
  const format = TEXT_FORMATS.find((known) => known === named[1]?.toLowerCase()) ?? inherited;
  return { format, rest: text.slice(named[0].length) };
}

/** Line breaks of the file are layout in the `moodle` format and part of the text in the others; `\n` always is. */
export function readText(raw: string, format: TextFormat): string {
  return unescaped(format === 'moodle' ? raw.replace(/\s+/g, ' ').trim() : raw).trim();
}

/** A text with or without a format of its own. */
export function giftText(raw: string, inherited: TextFormat): GiftText {
  const { format, rest } = splitFormat(raw, inherited);
  return { format, text: readText(rest, format) };
}

/** The same for feedback: nothing written is none. */
export function giftFeedback(raw: string | null, inherited: TextFormat): GiftText | null {
  if (raw === null) return null;
  const text = giftText(raw, inherited);
  return text.text === '' ? null : text;
}
