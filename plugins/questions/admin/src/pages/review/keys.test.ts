import { expect, it } from 'vitest';
import { reviewAction } from './keys.ts';

const press = (key: string, more: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

it('reviews by keys, but not while a note is written [Q-04]', () => {
  expect(['j', 'k', 'a', 'R', 'x'].map((key) => reviewAction(press(key), null))).toEqual([
    'next',
    'previous',
    'approve',
    'return',
    null,
  ]);
  expect(reviewAction(press('a'), { tagName: 'TEXTAREA', isContentEditable: false, closest: () => null })).toBeNull();
  expect(reviewAction(press('r', { ctrlKey: true }), null)).toBeNull();
});
