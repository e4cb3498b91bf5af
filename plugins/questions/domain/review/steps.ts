import type { QuestionStatus, ReviewStep } from '../../contract/index.ts';

/** Where a question stands when a step is taken. */
export type Standing = {
  readonly status: QuestionStatus;
  /** A version of it can be drawn: what is in review then is a change of it, and the version stays until the change is published. */
  readonly isDrawn: boolean;
  /** The draft says something else than what is published. */
  readonly isModified: boolean;
};

/** Where what waits for review goes back to: a change of a published question to being just that. */
const before = ({ isDrawn }: Standing): QuestionStatus => (isDrawn ? 'published' : 'draft');

/** Where each step leads; null where it cannot be taken. */
const STEPS: Readonly<Record<ReviewStep, (standing: Standing) => QuestionStatus | null>> = {
  send: ({ status, isModified }) => (status === 'draft' || (status === 'published' && isModified) ? 'inReview' : null),
  withdraw: (standing) => (standing.status === 'inReview' ? before(standing) : null),
  return: (standing) => (standing.status === 'inReview' ? before(standing) : null),
  approve: ({ status }) => (status === 'inReview' ? 'published' : null),
  reopen: ({ status }) => (status === 'archived' ? 'draft' : null),
};

export const after = (standing: Standing, step: ReviewStep): QuestionStatus | null => STEPS[step](standing);
