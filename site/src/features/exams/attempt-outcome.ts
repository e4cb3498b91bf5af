import type { ReplyOf } from '@lyceum/core/contract';
import type { listOwnAttempts } from '@lyceum/exams/contract';
import { percentText } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Texts } from '../../i18n/texts.ts';

export type OwnAttempt = ReplyOf<typeof listOwnAttempts>['rows'][number];
type Attempt = Pick<OwnAttempt, 'state' | 'percent' | 'passed' | 'scoreVisible' | 'endedAt'>;

/** The word for how an attempt stands, and its tone; a bad day is not a warning, so only "passed" has a colour. */
export function outcomeOf(t: Texts, attempt: Attempt): { word: string; tone: 'neutral' | 'accent' | 'positive' } {
  if (attempt.state === 'voided') return { word: t('account:history.voided'), tone: 'neutral' };
  if (attempt.state === 'running')
    return attempt.endedAt === null
      ? { word: t('account:history.running'), tone: 'accent' }
      : { word: t('account:history.pending'), tone: 'neutral' };
  if (!attempt.scoreVisible) return { word: t('account:history.hidden'), tone: 'neutral' };
  if (attempt.passed === null) return { word: t('account:history.scored'), tone: 'neutral' };
  return attempt.passed
    ? { word: t('account:history.passed'), tone: 'positive' }
    : { word: t('account:history.failed'), tone: 'neutral' };
}

/** The score as percent, a dash where there is none to show. */
export const scoreText = (locale: Locale, attempt: Attempt): string =>
  attempt.percent === null ? '–' : percentText(locale, attempt.percent);

/** Where an attempt leads: the paper while it runs, else its result. */
export const attemptPath = (attempt: { attemptId: string; state: OwnAttempt['state'] }): string =>
  attempt.state === 'running' ? `/attempts/${attempt.attemptId}` : `/attempts/${attempt.attemptId}/result`;
