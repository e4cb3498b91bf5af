import { describe, expect, it } from 'vitest';
import { sample } from '../../../../domain/testing/sample.ts';
import { acceptable, decided, edited, toProposals, withResults } from './proposals.ts';

const error = { code: 'keyMissing', level: 'error' as const, field: 'key', params: {} };
const warning = { code: 'altMissing', level: 'warning' as const, field: 'stem', params: {} };
const items = [
  { original: '1. A', proposal: sample(), messages: [] },
  { original: '2. B', proposal: sample(), messages: [error] },
  { original: '3. C', proposal: sample(), messages: [warning] },
  { original: 'Page 7', proposal: null, messages: [] },
];
const places = (list: readonly { place: number }[]) => list.map(({ place }) => place);

describe('proposals on the screen [Q-43]', () => {
  it('are taken together where nothing speaks against it, and never twice', () => {
    const all = toProposals(items);
    expect(places(acceptable(all))).toEqual([0, 2]);
    const after = withResults(all, [0], [{ documentId: 'd', messages: [] }]);
    expect(after[0]).toMatchObject({ state: 'accepted', documentId: 'd' });
    expect(places(acceptable(after))).toEqual([2]);
    expect(places(acceptable(decided(all, 0, 'rejected')))).toEqual([2]);
  });

  it('that the server refused say why and can be sent again', () => {
    const after = withResults(toProposals(items), [2], [{ documentId: null, messages: [{ field: 'stem', message: 'exists' }] }]);
    expect(after[2]).toMatchObject({ state: 'refused', reasons: [{ message: 'exists' }] });
    expect(places(acceptable(after))).toEqual([0, 2]);
  });

  it('that were mended can be accepted, and their text stays what was pasted', () => {
    const after = edited(toProposals(items), 1, sample({ stem: 'mended' }), []);
    expect(places(acceptable(after))).toEqual([0, 1, 2]);
    expect(after[1]?.original).toBe('2. B');
  });
});
