import type { Key, KeyForm, Option, QuestionType, RuleMessage } from '../../contract/index.ts';
import { cleanLine } from '../text/clean.ts';
import { parseNumber } from '../text/numbers.ts';
import { error } from '../types/messages.ts';
import { keyPlaces } from './key-form.ts';
import { readBoolean } from './words.ts';

export type KeyCells = { key: string; tolerance: string; caseSensitive: string };
export type KeyAnswer = { key: Key; messages: RuleMessage[] };

const short = (cell: string) => cleanLine(cell).slice(0, 80);

function choiceKey(cell: string, form: KeyForm, options: readonly Option[]): KeyAnswer {
  if (cell.trim() === '') return { key: { correct: [] }, messages: [] };
  const places = keyPlaces(
    cell,
    form,
    options.map(({ text }) => text),
  );
  const ids = places?.map((place) => options[place]?.id);
  const unknown = ids === undefined || ids.includes(undefined);
  if (unknown) return { key: { correct: [] }, messages: [error('keyUnknownOption', 'key', { key: short(cell) })] };
  return { key: { correct: ids.filter((id) => id !== undefined) }, messages: [] };
}

/** True/false: a word, or a letter or number that names an option whose text is such a word. */
function trueFalseKey(cell: string, form: KeyForm, optionTexts: readonly string[]): KeyAnswer {
  const place = optionTexts.length === 2 ? keyPlaces(cell, form, optionTexts)?.[0] : undefined;
  const named = place === undefined ? null : readBoolean(optionTexts[place] ?? '');
  const value = named ?? readBoolean(cell);
  if (cell.trim() === '') return { key: { correct: [] }, messages: [] };
  if (value === null) return { key: { correct: [] }, messages: [error('keyUnknownOption', 'key', { key: short(cell) })] };
  return { key: { correct: [String(value)] }, messages: [] };
}

/** `3.5`, with the tolerance in its own cell or behind `±`. */
function numberKey({ key, tolerance }: KeyCells): KeyAnswer {
  const [valueText = '', behind] = key.split('±');
  const value = parseNumber(valueText);
  const toleranceText = tolerance.trim() || behind?.trim() || '0';
  const margin = parseNumber(toleranceText);
  const messages = [
    ...(key.trim() === ''
      ? [error('keyMissing', 'key')]
      : value === null
        ? [error('keyNotNumber', 'key', { key: short(key) })]
        : []),
    ...(margin === null ? [error('numberForm', 'tolerance', { value: short(toleranceText) })] : []),
  ];
  return { key: { value: value ?? 0, tolerance: margin ?? 0 }, messages };
}

/** Accepted texts, parted by `|`. */
function textKey({ key, caseSensitive }: KeyCells): KeyAnswer {
  const cased = caseSensitive.trim() === '' ? false : readBoolean(caseSensitive);
  return {
    key: {
      accepted: key
        .split('|')
        .map(cleanLine)
        .filter((text) => text !== ''),
      caseSensitive: cased ?? false,
    },
    messages: cased === null ? [error('booleanForm', 'caseSensitive', { value: short(caseSensitive) })] : [],
  };
}

/** The key of a row in the form the file gives it. What the rules of the type find wrong with it is not said here a second time. */
export function readKey(type: QuestionType, cells: KeyCells, form: KeyForm, options: readonly Option[]): KeyAnswer {
  switch (type) {
    case 'single-choice':
    case 'multiple-choice':
      return choiceKey(cells.key, form, options);
    case 'true-false':
      return trueFalseKey(
        cells.key,
        form,
        options.map(({ text }) => text),
      );
    case 'number':
      return numberKey(cells);
    case 'short-text':
      return textKey(cells);
    default:
      return { key: { correct: [] }, messages: [error('keyForm', 'key')] };
  }
}
