import { type ChoiceKey, type KeyForm, OPTION_IDS, type RuleMessage } from '../../../contract/index.ts';
import { isChoiceKey } from '../../types/choice.ts';
import { error } from '../../types/messages.ts';
import { keyPlaces } from '../key-form.ts';
import { readShare, writeShare } from './extras.ts';
import { type AnswerCells, type SheetForm, short, unread } from './form.ts';
import { cellsById, idOf, letterOf, readOptions, writeOptions } from './options.ts';

/** `A: 50%; B: -25%`. */
export const writeShares = (shares: ChoiceKey['shares'], nameOf: (id: string) => string): string =>
  Object.entries(shares ?? {})
    .map(([id, share]) => `${nameOf(id)}: ${writeShare(share)}`)
    .join('; ');

/** Shares by option, and feedback by option, as the key holds them; neither where there is none. */
export function readExtras(
  cells: Pick<AnswerCells, 'shares' | 'feedback'>,
  optionOf: (name: string) => string | null,
  ids: readonly string[],
): { extras: Pick<ChoiceKey, 'shares' | 'feedback'>; messages: RuleMessage[] } {
  const messages: RuleMessage[] = [];
  const shares = cells.shares
    .split(/[;|\n]/)
    .filter((entry) => entry.trim() !== '')
    .flatMap((entry) => {
      const at = entry.search(/[:=]/);
      const id = at < 0 ? null : optionOf(entry.slice(0, at).trim());
      const share = readShare(entry.slice(at + 1));
      if (id === null || share === null) messages.push(unread('shares', entry, 'A: 100%; B: -50%'));
      return id === null || share === null ? [] : [[id, share] as const];
    });
  const feedback = ids.flatMap((id, at) => {
    const text = cells.feedback[at] ?? '';
    return text.trim() === '' ? [] : [[id, text] as const];
  });
  const extras = {
    ...(shares.length > 0 ? { shares: Object.fromEntries(shares) } : {}),
    ...(feedback.length > 0 ? { feedback: Object.fromEntries(feedback) } : {}),
  };
  return { extras, messages };
}

/** The options a key cell names, as ids of their columns. */
export function readCorrect(
  cell: string,
  form: KeyForm,
  texts: readonly string[],
): { correct: string[]; messages: RuleMessage[] } {
  if (cell.trim() === '') return { correct: [], messages: [] };
  const ids = keyPlaces(cell, form, texts)?.map((place) => (texts[place] ? OPTION_IDS[place] : undefined));
  const unknown = ids === undefined || ids.includes(undefined);
  return unknown
    ? { correct: [], messages: [error('keyUnknownOption', 'key', { key: short(cell) })] }
    : { correct: ids.filter((id) => id !== undefined), messages: [] };
}

/** One or several right options: texts in option_a …, letters in key; shares and feedback by letter. */
export const choiceSheet: SheetForm = {
  write({ options, key }) {
    if (!isChoiceKey(key)) return {};
    return {
      ...writeOptions(options),
      key: key.correct.map(letterOf).join(','),
      shares: writeShares(key.shares, letterOf),
      feedback: cellsById(new Map(Object.entries(key.feedback ?? {}))),
    };
  },
  read(cells, { form }) {
    const { options, messages } = readOptions(cells);
    const right = readCorrect(
      cells.key,
      form,
      cells.options.map((text) => text.trim()),
    );
    const more = readExtras(cells, idOf, OPTION_IDS);
    return {
      options,
      details: {},
      key: { correct: right.correct, ...more.extras },
      messages: [...messages, ...right.messages, ...more.messages],
    };
  },
};
