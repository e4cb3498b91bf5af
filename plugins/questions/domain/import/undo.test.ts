import { expect, it } from 'vitest';
import { type UndoFacts, undoOf } from './undo.ts';

const created: UndoFacts = { did: 'created', leftHash: 'h', currentHash: 'h', isThere: true, isUsed: false, isSettled: false };

it.each<[string, Partial<UndoFacts>, string]>([
  ['what was made goes', {}, 'removed'],
  ['what was changed is as before', { did: 'updated' }, 'restored'],
  ['what was only published is a draft again', { did: 'published' }, 'restored'],
  ['what an attempt holds stays', { isUsed: true }, 'kept-used'],
  ['what was edited since stays', { currentHash: 'x' }, 'kept-edited'],
  ['what was archived since, or stands for a merged one, stays', { isSettled: true }, 'kept-edited'],
  ['used and edited counts as used', { isUsed: true, currentHash: 'x', did: 'updated' }, 'kept-used'],
  ['what somebody deleted since is gone', { isThere: false, currentHash: null }, 'gone'],
])('taking a batch back: %s [Q-33]', (_, facts, result) => {
  expect(undoOf({ ...created, ...facts })).toBe(result);
});
