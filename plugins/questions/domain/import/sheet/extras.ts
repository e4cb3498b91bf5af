import type { RuleMessage } from '../../../contract/index.ts';
import { parseNumber } from '../../text/numbers.ts';
import { unread } from './form.ts';
import { escaped, type Sign, splitAt, unescaped } from './parts.ts';

const PERCENT = 1e5;

/** 0.3333333 as `33.33333%`. */
export const writeShare = (share: number): string => `${Math.round(share * 100 * PERCENT) / PERCENT}%`;

/** `50%`, `%50`, `50` or `33,3 %` as a share; null when it is no number. */
export function readShare(cell: string): number | null {
  const number = parseNumber(cell.replace('%', '').replace('٪', '').trim());
  return number === null ? null : number / 100;
}

/** What an entry says after its answer: what it earns, and what a learner is told who gives it. */
export type Extra = { share: number; feedback?: string };

/** ` => 50% => feedback`. */
export const writeExtra = (
  { share, feedback }: { share: number; feedback?: string | undefined },
  signs: readonly Sign[],
): string => ` => ${writeShare(share)}${feedback ? ` => ${escaped(feedback, signs)}` : ''}`;

/** An entry as its answer and what it earns; without a share it earns nothing. */
export function readExtra(
  entry: string,
  field: string,
  signs: readonly Sign[],
): { answer: string; extra: Extra; messages: RuleMessage[] } {
  const [answer = '', share = '', ...rest] = splitAt(entry, ['=>']).map((part) => part.trim());
  const earned = share === '' ? 0 : readShare(share);
  const feedback = unescaped(rest.join(' => '), signs);
  return {
    answer: unescaped(answer, signs),
    extra: { share: earned ?? 0, ...(feedback === '' ? {} : { feedback }) },
    messages: earned === null ? [unread(field, share, '50%')] : [],
  };
}
