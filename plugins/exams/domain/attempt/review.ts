import type { ReviewPolicy } from '../../contract/values.ts';

export type ReviewAnswer =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: 'never' }
  | { readonly allowed: false; readonly because: 'beforeClosing'; readonly from: Date | null };

/**
 * Whether right answers may be shown for an attempt that has ended [E-22]. `afterClosing` without a closing time
 * never opens by itself: another learner may still sit the exam.
 */
export function mayReview(policy: ReviewPolicy, closesAt: Date | null, now: Date): ReviewAnswer {
  switch (policy) {
    case 'never':
      return { allowed: false, because: 'never' };
    case 'afterSubmission':
      return { allowed: true };
    case 'afterClosing':
      return closesAt && now >= closesAt ? { allowed: true } : { allowed: false, because: 'beforeClosing', from: closesAt };
  }
}
