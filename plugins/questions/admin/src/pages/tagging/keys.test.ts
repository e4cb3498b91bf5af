import { describe, expect, it } from 'vitest';
import { EXAM_TYPE_KEYS, FIELD_KEYS, taggingAction } from './keys.ts';

const press = (key: string, more: object = {}) => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, ...more });
const on = (tagName: string, within: string[] = []) => ({
  tagName,
  isContentEditable: false,
  closest: (selector: string) => within.some((part) => selector.includes(part)),
});

describe('the keys of the tagging screen [Q-18]', () => {
  it('open a field, set the difficulty, switch an exam type, and go on', () => {
    expect(taggingAction(press('t'), null)).toEqual({ kind: 'open', field: 'topic' });
    expect(taggingAction(press('7'), null)).toEqual({ kind: 'difficulty', value: 7 });
    expect(taggingAction(press('0'), null)).toEqual({ kind: 'difficulty', value: 10 });
    expect(taggingAction(press('b'), null)).toEqual({ kind: 'examType', at: 1 });
    expect(taggingAction(press('Enter'), null)).toEqual({ kind: 'save' });
    expect(taggingAction(press('ArrowUp'), null)).toEqual({ kind: 'previous' });
    expect(taggingAction(press('x'), null)).toBeNull();
  });

  it('mean one thing each', () => {
    const all = [...Object.keys(FIELD_KEYS), ...EXAM_TYPE_KEYS, 'y', 'n', 'p', 'u'];
    expect(new Set(all).size).toBe(all.length);
  });

  it('work on a keyboard of another script, by the place of the key', () => {
    expect(taggingAction(press('ث', { code: 'KeyE' }), null)).toEqual({ kind: 'open', field: 'examTypes' });
    expect(taggingAction(press('٣', { code: 'Digit3' }), null)).toEqual({ kind: 'difficulty', value: 3 });
  });

  it('do nothing while somebody types, has a dialog open, or presses Enter on a button', () => {
    expect(taggingAction(press('t'), on('INPUT'))).toBeNull();
    expect(taggingAction(press('t'), on('DIV', ['[role="dialog"]']))).toBeNull();
    expect(taggingAction(press('Enter'), on('BUTTON', ['button']))).toBeNull();
    expect(taggingAction(press('n'), on('BUTTON', ['button']))).toEqual({ kind: 'next' });
    expect(taggingAction(press('t', { ctrlKey: true }), null)).toBeNull();
  });
});
