import type { ReviewItem } from '@lyceum/exams/contract';
import { isAnswer } from '@lyceum/questions/views/response';

export const REVIEW_FILTERS = ['all', 'wrong', 'blank', 'flagged'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

export const filterOf = (asked: string | null): ReviewFilter => REVIEW_FILTERS.find((filter) => filter === asked) ?? 'all';

type Judged = Pick<ReviewItem, 'response' | 'ratio' | 'flagged' | 'isWaiting'>;

export type Verdict = 'right' | 'partly' | 'wrong' | 'blank' | 'waiting' | 'unknown';

/** How a question went. Waiting for who marks it by hand; unknown where the exam shows its scores to staff only. */
export function verdictOf(item: Judged): Verdict {
  if (!isAnswer(item.response)) return 'blank';
  if (item.isWaiting) return 'waiting';
  if (item.ratio === null) return 'unknown';
  if (item.ratio >= 1) return 'right';
  return item.ratio > 0 ? 'partly' : 'wrong';
}

/** Wrong and partly right questions are gone through together. */
const isWrong = (item: Judged): boolean => ['wrong', 'partly'].includes(verdictOf(item));

export function isShown(item: Judged, filter: ReviewFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'flagged':
      return item.flagged;
    case 'wrong':
      return isWrong(item);
    case 'blank':
      return verdictOf(item) === 'blank';
  }
}
