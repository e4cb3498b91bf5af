import type { NumberKey, RuleMessage } from '../../../contract/index.ts';
import { parseNumber } from '../../text/numbers.ts';
import { error } from '../../types/messages.ts';
import { isNumberKey } from '../../types/number.ts';
import { readExtra, writeExtra } from './extras.ts';
import { type SheetForm, short, unread } from './form.ts';
import { strayOptions } from './options.ts';
import { type Sign, splitAt } from './parts.ts';

type Interval = { value: number; tolerance: number };

/** `3.14 ± 0.01`. */
export const writeInterval = ({ value, tolerance }: Interval): string =>
  tolerance === 0 ? String(value) : `${value} ± ${tolerance}`;

/** The same read; null when either part is no number. */
export function readInterval(text: string): Interval | null {
  const [valueText = '', margin = '0', ...more] = text.split('±');
  const value = parseNumber(valueText.trim());
  const tolerance = parseNumber(margin.trim());
  return value === null || tolerance === null || more.length > 0 ? null : { value, tolerance };
}

export type Alternatives = NonNullable<NumberKey['alternatives']>;

/** `3.1 ± 0.05 => 50% => feedback`. */
export const writeNumbers = (alternatives: Alternatives | undefined, signs: readonly Sign[]): string[] =>
  (alternatives ?? []).map((one) => writeInterval(one) + writeExtra(one, signs));

export function readNumbers(entries: readonly string[], field: string, signs: readonly Sign[]) {
  const messages: RuleMessage[] = [];
  const alternatives = entries.flatMap((entry): Alternatives => {
    const { answer, extra, messages: found } = readExtra(entry, field, signs);
    const interval = readInterval(answer);
    messages.push(...found, ...(interval === null ? [unread(field, entry, '3.1 ± 0.05 => 50%')] : []));
    return interval === null ? [] : [{ ...interval, ...extra }];
  });
  return { alternatives, messages };
}

const SIGNS = ['|', '=>'] as const;

/** The number in key, with the tolerance in its own cell or behind `±`. */
export const numberSheet: SheetForm = {
  write({ key }) {
    if (!isNumberKey(key)) return {};
    return {
      key: String(key.value),
      tolerance: String(key.tolerance),
      alternatives: writeNumbers(key.alternatives, SIGNS).join(' | '),
    };
  },
  read({ key, tolerance, alternatives, ...cells }) {
    const [valueText = '', behind] = key.split('±');
    const value = parseNumber(valueText.trim());
    const marginText = tolerance.trim() || behind?.trim() || '0';
    const margin = parseNumber(marginText);
    const entries = splitAt(alternatives, ['|']).filter((entry) => entry.trim() !== '');
    const more = readNumbers(entries, 'alternatives', SIGNS);
    const missing = key.trim() === '' ? [error('keyMissing', 'key')] : [error('keyNotNumber', 'key', { key: short(key) })];
    return {
      options: strayOptions(cells),
      details: {},
      key: {
        value: value ?? 0,
        tolerance: margin ?? 0,
        ...(more.alternatives.length > 0 ? { alternatives: more.alternatives } : {}),
      },
      messages: [
        ...(value === null ? missing : []),
        ...(margin === null ? [error('numberForm', 'tolerance', { value: short(marginText) })] : []),
        ...more.messages,
      ],
    };
  },
};
