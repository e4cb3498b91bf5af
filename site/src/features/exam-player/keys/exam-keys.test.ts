import { describe, expect, it } from 'vitest';
import { actOfKey, type KeyPress, lettersFor } from './exam-keys.ts';

const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  withModifier: false,
  repeat: false,
  target: 'page',
  ...changes,
});

describe('keys of the player', () => {
  it('choose by digit and by letter, within the options there are', () => {
    expect(actOfKey(press('1'), 4, false)).toEqual({ act: 'choose', index: 0 });
    expect(actOfKey(press('D'), 4, false)).toEqual({ act: 'choose', index: 3 });
    expect(actOfKey(press('e'), 4, false)).toBeNull();
    expect(actOfKey(press('9'), 9, false)).toEqual({ act: 'choose', index: 8 });
    expect(actOfKey(press('٣'), 4, true)).toEqual({ act: 'choose', index: 2 });
    expect(actOfKey(press('1'), 0, false)).toBeNull();
  });

  it('choose by place on keyboards without Latin letters', () => {
    expect(actOfKey(press('ش', { code: 'KeyA' }), 4, true)).toEqual({ act: 'choose', index: 0 });
    expect(actOfKey(press('ب', { code: 'KeyF' }), 4, true)).toEqual({ act: 'flag' });
    expect(actOfKey(press('ı', { code: 'KeyI' }), 9, false)).toEqual({ act: 'choose', index: 8 });
  });

  it('F flags on every question, also on one with six options', () => {
    expect(actOfKey(press('f'), 6, false)).toEqual({ act: 'flag' });
    expect(actOfKey(press('6'), 6, false)).toEqual({ act: 'choose', index: 5 });
    expect(actOfKey(press('g'), 7, false)).toEqual({ act: 'choose', index: 6 });
    expect(lettersFor(6)).toEqual({ first: 'A', last: 'E' });
  });

  it('arrows follow the eye and mirror in right-to-left', () => {
    expect(actOfKey(press('ArrowRight'), 4, false)).toEqual({ act: 'next' });
    expect(actOfKey(press('ArrowLeft'), 4, false)).toEqual({ act: 'previous' });
    expect(actOfKey(press('ArrowLeft'), 4, true)).toEqual({ act: 'next' });
    expect(actOfKey(press('ArrowRight', { repeat: true, target: 'choice' }), 4, true)).toEqual({ act: 'previous' });
  });

  it("leave typing, open dialogs, the palette and the browser's own keys alone", () => {
    for (const target of ['field', 'dialog'] as const) expect(actOfKey(press('a', { target }), 4, false)).toBeNull();
    expect(actOfKey(press('ArrowRight', { target: 'palette' }), 4, false)).toBeNull();
    expect(actOfKey(press('ArrowLeft', { withModifier: true }), 4, false)).toBeNull();
    expect(actOfKey(press('f', { withModifier: true }), 4, false)).toBeNull();
  });

  it('act once while held down, moving excepted', () => {
    expect(actOfKey(press('f', { repeat: true }), 4, false)).toBeNull();
    expect(actOfKey(press('?', { repeat: true }), 4, false)).toBeNull();
    expect(actOfKey(press('?'), 4, false)).toEqual({ act: 'help' });
    expect(actOfKey(press('؟'), 4, true)).toEqual({ act: 'help' });
  });
});
