import { describe, expect, it } from 'vitest';
import { contentOf, EMPTY_SET, moved, toSetDraft, wordsOf } from './set-draft.ts';

describe('a set in the form [Q-08]', () => {
  it('sends the chosen kind alone and comes back as it was', () => {
    const rule = { ...EMPTY_SET.rule, tags: ['algebra'], count: 20 };
    const draft = { ...EMPTY_SET, name: 'Warm up', kind: 'rule' as const, rule };
    expect(contentOf(draft)).toEqual({ kind: 'rule', rule });
    expect(toSetDraft({ name: 'Warm up', content: contentOf(draft) })).toEqual(draft);
  });

  it('keeps its order when an entry is moved, and the ends do not move on', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });

  it('takes words between commas of any script, each once', () => {
    expect(wordsOf('algebra, , sets،algebra')).toEqual(['algebra', 'sets']);
  });
});
