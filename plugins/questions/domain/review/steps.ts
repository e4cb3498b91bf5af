import type { QuestionStatus, ReviewStep } from '../../contract/index.ts';

/** From which state each step is possible, and where it leads. */
export const STEPS: Readonly<Record<ReviewStep, { readonly from: readonly QuestionStatus[]; readonly to: QuestionStatus }>> = {
  send: { from: ['draft'], to: 'inReview' },
  withdraw: { from: ['inReview'], to: 'draft' },
  return: { from: ['inReview'], to: 'draft' },
  approve: { from: ['inReview'], to: 'published' },
  reopen: { from: ['archived'], to: 'draft' },
};

/** Where a step leads from a state; null where it cannot be taken. */
export function after(status: QuestionStatus, step: ReviewStep): QuestionStatus | null {
  const { from, to } = STEPS[step];
  return from.includes(status) ? to : null;
}
