import { isWritten } from './form.ts';
import type { Kept } from './option-list.ts';

export type MatchingRow = Kept & { prompt: string; answer: string };
/** Pairs as they are written side by side, and answers that fit none of them. */
export type MatchingAnswer = { rows: MatchingRow[]; extra: string[] };

export const emptyRow = (row: number): MatchingRow => ({ row, prompt: '', answer: '' });

/** The different answers in the order in which they are stored: those of the rows, then those that fit none. */
export const answersOf = ({ rows, extra }: MatchingAnswer): string[] => [
  ...new Set([...rows.map(({ answer }) => answer.trim()), ...extra.map((text) => text.trim())].filter(isWritten)),
];
