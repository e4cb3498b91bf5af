import { describe, expect, it } from 'vitest';
import { NOTHING, pageToggled, toggled, withRange } from './work-list-selection.ts';

const page = ['a', 'b', 'c', 'd'];
const of = (...ids: string[]) => ({ ids: new Set(ids), isAll: false });

describe('ticks of a work list', () => {
  it('go on and off, one or the whole page', () => {
    expect(toggled(NOTHING, 'b', page)).toEqual(of('b'));
    expect(toggled(of('b'), 'b', page)).toEqual(of());
    expect(pageToggled(of('a'), page)).toEqual(of(...page));
    expect(pageToggled(of(...page), page)).toEqual(NOTHING);
  });

  it('reach from one row to another, either way round, and keep the others', () => {
    expect(withRange(of('d'), page, 'a', 'b')).toEqual(of('d', 'a', 'b'));
    expect(withRange(of(), page, 'c', 'b')).toEqual(of('b', 'c'));
    expect(withRange(of(), page, 'gone', 'b')).toEqual(of('b'));
  });

  it('fall back to the page when one of all is taken out', () => {
    expect(toggled({ ids: new Set(page), isAll: true }, 'c', page)).toEqual(of('a', 'b', 'd'));
  });
});
