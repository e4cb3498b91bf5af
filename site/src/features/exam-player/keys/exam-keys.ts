export type KeyAct =
  | { readonly act: 'choose'; readonly index: number }
  | { readonly act: 'previous' }
  | { readonly act: 'next' }
  | { readonly act: 'flag' }
  | { readonly act: 'help' };

/** A key press as the browser reports it, and where it happened. */
export type KeyPress = {
  readonly key: string;
  /** Place on the keyboard, for layouts whose letters are not Latin. */
  readonly code: string;
  readonly withModifier: boolean;
  /** Held down: moving goes on, everything else happens once. */
  readonly repeat: boolean;
  readonly target: 'page' | 'choice' | 'field' | 'palette' | 'dialog';
};

/** Letters that choose. F flags, always: a key must not change an answer on one question and set a flag on the next. */
const CHOICE_LETTERS = 'abcdeghi';

/**
 * What a key does in the player, null where it keeps its ordinary meaning. Arrows follow the eye: in a right-to-left paper
 * the left arrow goes on. On a choice they move between questions as well, up and down still walk the options.
 */
export function actOfKey(press: KeyPress, options: number, rightToLeft: boolean): KeyAct | null {
  if (press.withModifier || press.target === 'field' || press.target === 'dialog') return null;
  if (press.key === 'ArrowLeft' || press.key === 'ArrowRight') {
    if (press.target === 'palette') return null;
    return { act: (press.key === 'ArrowRight') === rightToLeft ? 'previous' : 'next' };
  }
  if (press.repeat) return null;
  if (press.key === '?' || press.key === '؟') return { act: 'help' };
  const letter = letterOf(press);
  if (letter === 'f') return { act: 'flag' };
  const index = /^[1-9]$/.test(digitOf(press.key)) ? Number(digitOf(press.key)) - 1 : indexOfLetter(letter);
  return index >= 0 && index < options ? { act: 'choose', index } : null;
}

/** Letters a learner may press for a question of so many options, as the help names them: the first and the last in the row before F. */
export const lettersFor = (options: number): { first: string; last: string } => ({
  first: 'A',
  last: 'ABCDE'.charAt(Math.min(options, 5) - 1) || 'A',
});

function indexOfLetter(letter: string): number {
  return CHOICE_LETTERS.includes(letter) && letter !== '' ? letter.charCodeAt(0) - 97 : -1;
}

/** The Latin letter of a key: what it types, else what stands at its place on a Latin keyboard. */
function letterOf({ key, code }: KeyPress): string {
  const typed = key.toLowerCase();
  if (/^[a-z]$/.test(typed)) return typed;
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  return key.length === 1 && !/[\x20-\x7e]/.test(key) && place !== undefined ? place.toLowerCase() : '';
}

/** Western and Arabic-Indic digits are the same key to the person who presses it. */
function digitOf(key: string): string {
  const arabic = '٠١٢٣٤٥٦٧٨٩'.indexOf(key);
  return arabic > 0 ? String(arabic) : key;
}
