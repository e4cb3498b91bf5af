import { describe, expect, it } from 'vitest';
import { QUESTION_STATUSES, REVIEW_STEPS } from '../../contract/index.ts';
import { after, type Standing } from './steps.ts';

const ways = (fields: Omit<Standing, 'status'>): string[] =>
  REVIEW_STEPS.flatMap((step) =>
    QUESTION_STATUSES.flatMap((status) => {
      const to = after({ status, ...fields }, step);
      return to === null ? [] : [`${status} ${step} ${to}`];
    }),
  );

describe('the way of a question through review [Q-04]', () => {
  it('is draft, in review, published, archived, with ways back and no other', () => {
    expect(ways({ isDrawn: false, isModified: false })).toEqual([
      'draft send inReview',
      'inReview withdraw draft',
      'inReview return draft',
      'inReview approve published',
      'archived reopen draft',
    ]);
  });

  it('of a change to a published question leads back to the published one, which stays meanwhile', () => {
    expect(ways({ isDrawn: true, isModified: true })).toEqual([
      'draft send inReview',
      'published send inReview',
      'inReview withdraw published',
      'inReview return published',
      'inReview approve published',
      'archived reopen draft',
    ]);
    expect(after({ status: 'published', isDrawn: true, isModified: false }, 'send')).toBeNull();
  });
});
