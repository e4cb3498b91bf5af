import { expect, it } from 'vitest';
import { historyField, historyValue } from './value-text.ts';

const t = (key: string) => `‹${key}›`;
const names = new Map([['abc', 'Safety › Lights']]);

it('tells changes in words: states, names in place of ids, lists, and nothing where no line can show it [Q-12]', () => {
  expect(historyValue(t, 'status', 'inReview', names)).toBe('‹status.inReview›');
  expect(historyValue(t, 'topic', 'abc', names)).toBe('Safety › Lights');
  expect(historyValue(t, 'tags', '["sea","night"]', names)).toBe('sea, night');
  expect(historyValue(t, 'furtherTopics', '["abc"]', names)).toBe('Safety › Lights');
  expect(historyValue(t, 'isShared', 'true', names)).toBe('‹filter.yes›');
  expect(historyValue(t, 'key', '{"correct":["b"]}', names)).toBeNull();
  expect(historyValue(t, 'hints', '["cut off at th…', names)).toBeNull();
  expect(historyValue(t, 'unit', '', names)).toBe('');
  expect([historyField(t, 'points'), historyField(t, 'somethingNew')]).toEqual(['‹field.points›', 'somethingNew']);
});
