import { type Gap, type GapKey, OPTION_IDS, type Option, type RuleMessage } from '../../../contract/index.ts';
import { kindOfKey } from '../../types/gap-key.ts';
import { headerKey } from '../header-names.ts';
import { readBoolean } from '../words.ts';
import { unread } from './form.ts';
import { readInterval, readNumbers, writeInterval, writeNumbers } from './number.ts';
import { escaped, type Sign, splitAt, unescaped } from './parts.ts';
import { readTexts, writeTexts } from './short-text.ts';

/** Signs that part something within a gap. */
const SIGNS: readonly Sign[] = [';', '|', '=>'];

export const GAP_EXAMPLE = '1 text: cat | feline; 2 number: 3.14 ± 0.01; 3 choice: red => right | blue';

const KIND_WORDS: Readonly<Record<Gap['kind'], readonly string[]>> = {
  text: ['text', 'metin', 'نص'],
  number: ['number', 'sayı', 'عدد'],
  choice: ['choice', 'seçim', 'اختيار'],
};
const PINNED_WORDS = ['pinned', 'sabit', 'ثابت'].map(headerKey);

function choiceParts(options: readonly Option[], correct: readonly string[]): string[] {
  return options.map(({ id, text, pinned }) => {
    const right = correct.includes(id) ? ' => right' : '';
    return escaped(text, SIGNS) + right + (pinned ? ' => pinned' : '');
  });
}

/** `1 text: cat | feline`, `2 text (case): Ankara`, `3 number: 3.14 ± 0.01`, `4 choice: red => right | blue`. */
export function writeGap(gap: Gap, key: GapKey): string {
  const kind = kindOfKey(key);
  const cased = 'accepted' in key && key.caseSensitive ? ' (case)' : '';
  const parts =
    'correct' in key
      ? choiceParts(gap.options ?? [], key.correct)
      : 'tolerance' in key
        ? [writeInterval(key), ...writeNumbers(key.alternatives, SIGNS)]
        : [...key.accepted.map((text) => escaped(text, SIGNS)), ...writeTexts(key.alternatives, SIGNS)];
  return `${gap.id} ${kind}${cased}: ${parts.join(' | ')}`;
}

const marksOf = (part: string): string[] =>
  splitAt(part, ['=>'])
    .slice(1)
    .map((mark) => mark.trim());
const isRight = (mark: string): boolean => readBoolean(mark) === true;
const isPinned = (mark: string): boolean => PINNED_WORDS.includes(headerKey(mark));

/** The kind a gap is of when its cell does not say so: marks make a choice, a number a number. */
function guessKind(parts: readonly string[]): Gap['kind'] {
  if (parts.some((part) => marksOf(part).some((mark) => isRight(mark) || isPinned(mark)))) return 'choice';
  return parts.length === 1 && readInterval(parts[0] ?? '') !== null ? 'number' : 'text';
}

function readChoice(id: string, parts: readonly string[]): { gap: Gap; key: GapKey } {
  const options = parts.flatMap((part, at) => {
    const optionId = OPTION_IDS[at];
    const text = unescaped((splitAt(part, ['=>'])[0] ?? '').trim(), SIGNS);
    return optionId === undefined ? [] : [{ id: optionId, text, ...(marksOf(part).some(isPinned) ? { pinned: true } : {}) }];
  });
  const correct = parts.flatMap((part, at) => (marksOf(part).some(isRight) ? [String(OPTION_IDS[at] ?? at)] : []));
  return { gap: { id, kind: 'choice', options }, key: { correct } };
}

export type ReadGap = { gap: Gap; key: GapKey; messages: RuleMessage[] };

/** One gap of the key cell; null with a message when it names no gap. */
export function readGap(entry: string): ReadGap | { gap: null; messages: RuleMessage[] } {
  const colon = entry.indexOf(':');
  const head = /^([1-9]\d?)\s*([^\d\s(][^(]{0,20})?(\([^)]{0,40}\))?$/u.exec(
    entry.slice(0, Math.max(0, colon)).trim().slice(0, 80),
  );
  if (!head) return { gap: null, messages: [unread('key', entry, GAP_EXAMPLE)] };
  const [, id = '', word = '', flag] = head;
  const parts = splitAt(entry.slice(colon + 1), ['|'])
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const named = Object.entries(KIND_WORDS).find(([, words]) => words.map(headerKey).includes(headerKey(word)));
  const kind = (named?.[0] as Gap['kind'] | undefined) ?? guessKind(parts);
  const unknown = word.trim() !== '' && !named ? [unread('key', entry, GAP_EXAMPLE)] : [];
  if (kind === 'choice') return { ...readChoice(id, parts), messages: unknown };
  const isExtra = (part: string) => splitAt(part, ['=>']).length > 1;
  const plain = parts.filter((part) => !isExtra(part));
  const field = `key.gaps.${id}`;
  if (kind === 'number') {
    const interval = plain.length === 1 ? readInterval(plain[0] ?? '') : null;
    const more = readNumbers(parts.filter(isExtra), field, SIGNS);
    const bad = interval === null ? [unread('key', entry, '2 number: 3.14 ± 0.01')] : [];
    const extras = more.alternatives.length > 0 ? { alternatives: more.alternatives } : {};
    return {
      gap: { id, kind },
      key: { ...(interval ?? { value: 0, tolerance: 0 }), ...extras },
      messages: [...unknown, ...bad, ...more.messages],
    };
  }
  const more = readTexts(parts.filter(isExtra), field, SIGNS);
  const extras = more.alternatives.length > 0 ? { alternatives: more.alternatives } : {};
  const accepted = plain.map((part) => unescaped(part, SIGNS));
  return {
    gap: { id, kind },
    key: { accepted, caseSensitive: flag !== undefined, ...extras },
    messages: [...unknown, ...more.messages],
  };
}
