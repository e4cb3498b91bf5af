import { type QuestionInput, type RuleMessage, TEXT_LIMITS } from '../../contract/index.ts';
import { cleanText } from '../text/clean.ts';
import { error, warning } from './messages.ts';

/** Shares are kept to so many decimals: a third stays a third in files that write 33.33333 %. */
const DECIMALS = 1e7;
/** Three times 33.333 % are all points: files round shares to three decimals of a percent. */
const NEARLY = 1e-4;

/** A share in its stored form; −0 and 0 are one. */
export const roundedShare = (share: number): number => Math.round(share * DECIMALS) / DECIMALS + 0;

/** A sum of shares as a ratio, 0–1; what is missing by rounding only is not missing. */
export const asRatio = (sum: number): number => (!(sum > 0) ? 0 : sum > 1 - NEARLY ? 1 : sum);

export const areClose = (a: number, b: number): boolean => Math.abs(a - b) <= NEARLY;

/** A share between −1 and 1. */
export const checkShare = (share: number, field: string): RuleMessage[] =>
  share >= -1 && share <= 1 ? [] : [error('shareRange', field, { share: String(share) })];

/** Feedback within its limit. */
export const checkFeedback = (text: string | undefined, field: string): RuleMessage[] =>
  text !== undefined && text.length > TEXT_LIMITS.feedback
    ? [error('textTooLong', field, { length: text.length, max: TEXT_LIMITS.feedback })]
    : [];

type ChoiceParts = { correct: readonly string[]; shares?: Record<string, number> | undefined };

/** The most that can be earned by one option, or by several together. */
const most = (shares: Record<string, number>, single: boolean): number =>
  Object.values(shares).reduce((sum, share) => (single ? Math.max(sum, share) : sum + Math.max(0, share)), 0);

/**
 * Shares of single options lie in −1 … 1 and name options that exist. Warned about: no answer earns all, and shares
 * that say something else than the marks of right options.
 */
export function checkShares({ correct, shares }: ChoiceParts, known: readonly string[], single: boolean): RuleMessage[] {
  if (shares === undefined) return [];
  const entries = Object.entries(shares);
  const messages = entries.flatMap(([id, share]) => [
    ...(known.includes(id) ? [] : [error('keyUnknownOption', `key.shares.${id}`, { key: id })]),
    ...checkShare(share, `key.shares.${id}`),
  ]);
  if (messages.length > 0) return messages;
  const best = most(shares, single);
  const agrees = single
    ? correct.every((id) => areClose(shares[id] ?? 0, best))
    : known.every((id) => (shares[id] ?? 0) > 0 === correct.includes(id));
  return [
    ...(asRatio(best) < 1 ? [warning('noFullShare', 'key.shares', { percent: Math.round(best * 100) })] : []),
    ...(agrees ? [] : [warning('sharesAgainstKey', 'key.shares')]),
  ];
}

/** Feedback in its stored form: cleaned, and none where nothing is written. */
export function cleanFeedback<Id extends string>(
  feedback: Partial<Record<Id, string>> | undefined,
): Record<string, string> | undefined {
  const entries = Object.entries<string | undefined>(feedback ?? {})
    .map(([id, text]) => [id, cleanText(text ?? '')] as const)
    .filter(([, text]) => text !== '');
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Markdown of the feedback of single options, in the order of the options. */
export const feedbackTexts = (feedback: Record<string, string> | undefined) =>
  Object.entries(feedback ?? {}).map(([id, text]) => ({ field: `key.feedback.${id}`, text }));

export const optionIds = ({ options }: Pick<QuestionInput, 'options'>): string[] => options.map(({ id }) => id);
