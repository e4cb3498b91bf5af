import type { ReviewItem } from '@lyceum/exams/contract';
import { isAnswer, selectedOf } from '../exam-player/response.ts';

export const REVIEW_FILTERS = ['all', 'wrong', 'blank', 'flagged'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

export const filterOf = (asked: string | null): ReviewFilter => REVIEW_FILTERS.find((filter) => filter === asked) ?? 'all';

type Judged = Pick<ReviewItem, 'response' | 'ratio' | 'flagged'>;

export type Verdict = 'right' | 'wrong' | 'blank' | 'unknown';

/** How a question went. Unknown where the exam shows its scores to staff only. */
export function verdictOf(item: Judged): Verdict {
  if (!isAnswer(item.response)) return 'blank';
  if (item.ratio === null) return 'unknown';
  return item.ratio >= 1 ? 'right' : 'wrong';
}

export function isShown(item: Judged, filter: ReviewFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'flagged':
      return item.flagged;
    case 'wrong':
    case 'blank':
      return verdictOf(item) === filter;
  }
}

export type OptionMark = 'chosenRight' | 'chosenWrong' | 'missed' | 'right' | 'none';

/**
 * What is said at an option. In single choice the right one is named; where several were to be chosen and the learner chose
 * some, a right one that was left out is "missed".
 */
export function markOf(option: string, item: Pick<ReviewItem, 'type' | 'response' | 'right'>): OptionMark {
  const chosen = selectedOf(item.response).includes(option);
  const right = 'selected' in item.right && item.right.selected.includes(option);
  if (chosen) return right ? 'chosenRight' : 'chosenWrong';
  if (!right) return 'none';
  return item.type === 'multiple-choice' && isAnswer(item.response) ? 'missed' : 'right';
}
