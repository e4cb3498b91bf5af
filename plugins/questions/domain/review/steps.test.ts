import { describe, expect, it } from 'vitest';
import { QUESTION_STATUSES, REVIEW_STEPS } from '../../contract/index.ts';
import { after } from './steps.ts';

describe('the way of a question through review [Q-04]', () => {
  it('is draft, in review, published, archived, with ways back and no other', () => {
    const ways = REVIEW_STEPS.flatMap((step) =>
      QUESTION_STATUSES.flatMap((status) => {
        const to = after(status, step);
        return to === null ? [] : [`${status} ${step} ${to}`];
      }),
    );
    expect(ways).toEqual([
      'draft send inReview',
      'inReview withdraw draft',
      'inReview return draft',
      'inReview approve published',
      'archived reopen draft',
    ]);
  });
});
