import { expect, it } from 'vitest';
import { withoutKeys } from './without-keys.ts';

it('keeps the keys of shared questions out of the log, in every language and at the API [A7, Q-46]', () => {
  const key = 'k'.repeat(43);
  expect(
    [`/preview/${key}`, `/ar/preview/${key}`, `/api/v1/questions/shared/${key}`, '/exams/preview', '/preview'].map(withoutKeys),
  ).toEqual(['/preview/…', '/ar/preview/…', '/api/v1/questions/shared/…', '/exams/preview', '/preview']);
});
