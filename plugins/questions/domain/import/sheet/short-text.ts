import type { RuleMessage, TextKey } from '../../../contract/index.ts';
import { error } from '../../types/messages.ts';
import { isTextKey } from '../../types/short-text.ts';
import { readBoolean } from '../words.ts';
import { readExtra, writeExtra } from './extras.ts';
import { type SheetForm, short } from './form.ts';
import { strayOptions } from './options.ts';
import { escaped, readList, type Sign, splitAt, writeList } from './parts.ts';

export type Alternatives = NonNullable<TextKey['alternatives']>;

/** `colour => 50% => feedback`. */
export const writeTexts = (alternatives: Alternatives | undefined, signs: readonly Sign[]): string[] =>
  (alternatives ?? []).map((one) => escaped(one.text, signs) + writeExtra(one, signs));

export function readTexts(entries: readonly string[], field: string, signs: readonly Sign[]) {
  const messages: RuleMessage[] = [];
  const alternatives = entries.map((entry) => {
    const { answer, extra, messages: found } = readExtra(entry, field, signs);
    messages.push(...found);
    return { text: answer, ...extra };
  });
  return { alternatives, messages };
}

const SIGNS = ['|', '=>'] as const;

/** Accepted texts in key, parted by `|`. */
export const shortTextSheet: SheetForm = {
  write({ key }) {
    if (!isTextKey(key)) return {};
    return {
      key: writeList(key.accepted),
      caseSensitive: key.caseSensitive ? 'yes' : 'no',
      alternatives: writeTexts(key.alternatives, SIGNS).join(' | '),
    };
  },
  read({ key, caseSensitive, alternatives, ...cells }) {
    const cased = caseSensitive.trim() === '' ? false : readBoolean(caseSensitive);
    const entries = splitAt(alternatives, ['|']).filter((entry) => entry.trim() !== '');
    const more = readTexts(entries, 'alternatives', SIGNS);
    return {
      options: strayOptions(cells),
      details: {},
      key: {
        accepted: readList(key),
        caseSensitive: cased ?? false,
        ...(more.alternatives.length > 0 ? { alternatives: more.alternatives } : {}),
      },
      messages: [
        ...(cased === null ? [error('booleanForm', 'caseSensitive', { value: short(caseSensitive) })] : []),
        ...more.messages,
      ],
    };
  },
};
