import { expect, it } from 'vitest';
import { changesOf, noteOf, verbOf } from './changes.ts';

it('names the fields that changed, whatever the order in which they are stored [Q-12]', () => {
  const before = { stem: 'a', key: { correct: ['a'], shares: { a: 1 } }, tags: ['x'] };
  const after = { key: { shares: { a: 1 }, correct: ['a'] }, stem: 'b', tags: ['x'], title: null };
  expect(changesOf(before, after)).toEqual([{ field: 'stem', before: 'a', after: 'b' }]);
  expect(changesOf(null, after)).toEqual([]);
  expect(changesOf({ stem: 'x'.repeat(500) }, { stem: '' })[0]?.before).toHaveLength(301);
});

it('knows the deeds by their audit names', () => {
  expect(
    ['questions.update', 'questions.bulk.addTags', 'questions.undo.addTags', 'questions.review.send', 'questions.unheardOf'].map(
      verbOf,
    ),
  ).toEqual(['update', 'bulk', 'undo', 'review.send', 'other']);
  expect(noteOf({ note: 'why' })).toBe('why');
  expect(noteOf({ note: '' })).toBeNull();
});
