import type { z } from 'zod';
import { type Feedback, MAX_ALTERNATIVES, type RuleMessage, type Share } from '../../contract/index.ts';
import { cleanText } from '../text/clean.ts';
import { error } from './messages.ts';
import { checkFeedback, checkShare, roundedShare } from './shares.ts';
import type { MarkdownText } from './type.ts';

type Extra = { share: z.output<typeof Share>; feedback?: z.output<typeof Feedback> | undefined };

/** Shares and feedback of the further answers of a number or a text, and that they are not too many. */
export const checkAlternatives = (alternatives: readonly Extra[] | undefined, field: string): RuleMessage[] => [
  ...(alternatives !== undefined && alternatives.length > MAX_ALTERNATIVES
    ? [error('tooMany', field, { count: alternatives.length, max: MAX_ALTERNATIVES })]
    : []),
  ...(alternatives ?? []).flatMap(({ share, feedback }, at) => [
    ...checkShare(share, `${field}.${at}.share`),
    ...checkFeedback(feedback, `${field}.${at}.feedback`),
  ]),
];

/** Further answers in their stored form; `clean` brings the answer itself into its own. Undefined where there are none. */
export function normaliseAlternatives<Alternative extends Extra>(
  alternatives: readonly Alternative[] | undefined,
  clean: (alternative: Alternative) => Omit<Alternative, 'share' | 'feedback'>,
) {
  if (alternatives === undefined || alternatives.length === 0) return {};
  return {
    alternatives: alternatives.map((alternative) => {
      const feedback = cleanText(alternative.feedback ?? '');
      return { ...clean(alternative), share: roundedShare(alternative.share), ...(feedback === '' ? {} : { feedback }) };
    }),
  };
}

/** Markdown of their feedback. */
export const alternativeTexts = (alternatives: readonly Extra[] | undefined, field: string): MarkdownText[] =>
  (alternatives ?? []).flatMap(({ feedback }, at) => (feedback ? [{ field: `${field}.${at}.feedback`, text: feedback }] : []));
