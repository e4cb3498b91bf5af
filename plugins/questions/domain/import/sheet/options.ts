import { OPTION_IDS, type Option, type RuleMessage } from '../../../contract/index.ts';
import { cleanText } from '../../text/clean.ts';
import { error, optionName } from '../../types/messages.ts';
import { keyPlaces } from '../key-form.ts';
import { type AnswerCells, unread } from './form.ts';

const placeOf = (id: string): number => OPTION_IDS.indexOf(id as (typeof OPTION_IDS)[number]);

/** How an option is called in cells: by its column. */
export const letterOf = (id: string): string => {
  const place = placeOf(id);
  return place < 0 ? id : optionName(place);
};

/** The id of the option a letter names; null when it is none. */
export function idOf(letter: string): string | null {
  const [place, ...more] = keyPlaces(letter, 'letter', []) ?? [];
  return place === undefined || more.length > 0 ? null : (OPTION_IDS[place] ?? null);
}

/** One cell for each id, at the place of its letter. */
export const cellsById = (texts: ReadonlyMap<string, string>): string[] => OPTION_IDS.map((id) => texts.get(id) ?? '');

/** Options at the places of their ids; their order in a cell of its own where it is not that of the columns. */
export function writeOptions(options: readonly Option[]): Pick<AnswerCells, 'options' | 'optionOrder' | 'pinned'> {
  const isPlain = options.every(({ id }, at) => OPTION_IDS[at] === id);
  return {
    options: cellsById(new Map(options.map(({ id, text }) => [id, text]))),
    optionOrder: isPlain ? '' : options.map(({ id }) => letterOf(id)).join(','),
    pinned: options.flatMap(({ id, pinned }) => (pinned ? [letterOf(id)] : [])).join(','),
  };
}

/** Places that a cell of letters names; null when it cannot be read. */
function places(cell: string, field: string, messages: RuleMessage[]): number[] {
  if (cell.trim() === '') return [];
  const found = keyPlaces(cell, 'letter', []);
  if (found === null) messages.push(unread(field, cell, 'A,C'));
  return found ?? [];
}

/** Options up to the last filled one; an empty one before it is named, unless the order leaves it out [I10]. */
export function readOptions(cells: Pick<AnswerCells, 'options' | 'optionOrder' | 'pinned'>): {
  options: Option[];
  messages: RuleMessage[];
} {
  const messages: RuleMessage[] = [];
  const texts = cells.options.map(cleanText);
  const count = texts.findLastIndex((text) => text !== '') + 1;
  const order = places(cells.optionOrder, 'optionOrder', messages);
  const pinned = places(cells.pinned, 'pinned', messages);
  const shown = order.length > 0 ? order : Array.from({ length: count }, (_, place) => place);
  if (order.length === 0)
    messages.push(
      ...texts
        .slice(0, count)
        .flatMap((text, at) => (text === '' ? [error('optionGap', `options.${at}.text`, { option: optionName(at) })] : [])),
    );
  const left = texts.flatMap((text, place) => (text !== '' && !shown.includes(place) ? [optionName(place)] : []));
  if (left.length > 0) messages.push(unread('optionOrder', cells.optionOrder, [...shown.map(optionName), ...left].join(',')));
  if (count > OPTION_IDS.length) messages.push(error('optionCount', 'options', { count, min: 2, max: OPTION_IDS.length }));
  const options = shown.flatMap((place) => {
    const id = OPTION_IDS[place];
    return id === undefined ? [] : [{ id, text: texts[place] ?? '', ...(pinned.includes(place) ? { pinned: true } : {}) }];
  });
  return { options, messages };
}

/** Options in the row of a type that has none: the rules refuse them. */
export const strayOptions = (cells: Pick<AnswerCells, 'options' | 'optionOrder' | 'pinned'>): Option[] =>
  readOptions(cells).options;
