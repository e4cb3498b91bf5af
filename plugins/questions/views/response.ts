import type { QuestionType } from '../contract/index.ts';
import type { ViewResponse } from './types.ts';

type Given = ViewResponse | null;

/** Types answered by pressing options; the keys of a page choose in these only. */
export const isChoice = (type: QuestionType): boolean =>
  type === 'single-choice' || type === 'multiple-choice' || type === 'true-false';

const hasText = (text: string) => text.trim() !== '';

/** True when the question counts as answered: something is chosen, typed, moved or recorded. */
export function isAnswer(response: Given): boolean {
  if (response === null) return false;
  if ('selected' in response) return response.selected.length > 0;
  if ('number' in response) return hasText(response.number);
  if ('text' in response) return hasText(response.text);
  if ('gaps' in response) return Object.values(response.gaps).some(hasText);
  if ('pairs' in response) return Object.keys(response.pairs).length > 0;
  if ('order' in response) return response.order.length > 0;
  if ('longText' in response) return hasText(response.longText);
  return response.recording !== '';
}

/** Options chosen so far; none where the question is not one of choice. */
export const selectedOf = (response: Given): readonly string[] =>
  response !== null && 'selected' in response ? response.selected : [];

/** Text typed so far, of a number, a short or a long text. */
export function typedOf(response: Given): string {
  if (response === null) return '';
  if ('number' in response) return response.number;
  if ('text' in response) return response.text;
  return 'longText' in response ? response.longText : '';
}

/** What stands in each gap, by its id. */
export const gapsOf = (response: Given): Readonly<Record<string, string>> =>
  response !== null && 'gaps' in response ? response.gaps : {};

/** The chosen option of each prompt, by its id. */
export const pairsOf = (response: Given): Readonly<Record<string, string>> =>
  response !== null && 'pairs' in response ? response.pairs : {};

/** The learner's order; as on the paper while nothing was moved. Ids that are not on the paper are left out, missing ones follow. */
export function orderOf(response: Given, paper: readonly string[]): readonly string[] {
  const given = response !== null && 'order' in response ? response.order.filter((id) => paper.includes(id)) : [];
  return [...new Set([...given, ...paper])];
}

export const recordingOf = (response: Given): string | null =>
  response !== null && 'recording' in response ? response.recording : null;

/**
 * The choice after pressing an option: the only one in single choice, added or taken away where several may be chosen.
 * Keeps the paper's order, so that the same choice always has the same form. Nothing chosen is null, not an empty list.
 */
export function choose(response: Given, option: string, order: readonly string[], several: boolean): Given {
  if (!several) return { selected: [option] };
  const chosen = new Set(selectedOf(response));
  if (!chosen.delete(option)) chosen.add(option);
  const selected = order.filter((id) => chosen.has(id));
  return selected.length === 0 ? null : { selected };
}

const without = (record: Readonly<Record<string, string>>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([id]) => id !== key));

/** A gap filled, or emptied with ''. No gap filled is no answer. */
export function fillGap(response: Given, gap: string, text: string): Given {
  const gaps = text === '' ? without(gapsOf(response), gap) : { ...gapsOf(response), [gap]: text };
  return Object.keys(gaps).length === 0 ? null : { gaps };
}

/** A prompt matched with an option, or with none by ''. */
export function matchPair(response: Given, prompt: string, option: string): Given {
  const pairs = option === '' ? without(pairsOf(response), prompt) : { ...pairsOf(response), [prompt]: option };
  return Object.keys(pairs).length === 0 ? null : { pairs };
}

/** An id moved to another place of the order, counted from 0; beyond an end it stops there. */
export function moveTo(order: readonly string[], id: string, place: number): readonly string[] {
  const others = order.filter((other) => other !== id);
  if (others.length === order.length) return order;
  return others.toSpliced(Math.min(Math.max(place, 0), others.length), 0, id);
}

/** Words of a text, parted by space. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
