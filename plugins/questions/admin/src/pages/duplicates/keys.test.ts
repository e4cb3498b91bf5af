import { describe, expect, it } from 'vitest';
import { queueAction } from './keys.ts';

const press = (key: string, more: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });
const at = (tagName: string, inside = false) => ({ tagName, isContentEditable: false, closest: () => (inside ? {} : null) });

describe('keys of the review queue [Q-40]', () => {
  it('do what they say, in capitals too', () => {
    expect(['j', 'k', 'm', 'b', 'v', 'u', 'J', 'x'].map((key) => queueAction(press(key), null))).toEqual([
      'next',
      'previous',
      'merge',
      'keep',
      'variants',
      'undo',
      'next',
      null,
    ]);
  });

  it('are letters while somebody types or has a dialog open, and the browser’s own with Ctrl', () => {
    expect(queueAction(press('b'), at('INPUT'))).toBeNull();
    expect(queueAction(press('b'), at('BUTTON', true))).toBeNull();
    expect(queueAction(press('b', { ctrlKey: true }), at('BODY'))).toBeNull();
    expect(queueAction(press('b'), at('BUTTON'))).toBe('keep');
  });
});
