import type { RightAnswer, RightGap } from '../../contract/index.ts';
import { isAnswer, selectedOf } from '../response.ts';
import type { ViewItem, ViewResponse } from '../types.ts';

export type OptionMark = 'chosenRight' | 'chosenWrong' | 'missed' | 'right' | 'none';
type Asked = { readonly type: ViewItem['type']; readonly response: ViewResponse | null; readonly right: RightAnswer };

/**
 * What is said at an option. In single choice the right one is named; where several were to be chosen and the learner chose
 * some, a right one that was left out is "missed".
 */
export function markOf(option: string, { type, response, right }: Asked): OptionMark {
  const chosen = selectedOf(response).includes(option);
  const isRight = 'selected' in right && right.selected.includes(option);
  if (chosen) return isRight ? 'chosenRight' : 'chosenWrong';
  if (!isRight) return 'none';
  return type === 'multiple-choice' && isAnswer(response) ? 'missed' : 'right';
}

/** Whether a place of an order, or a pair, holds what belongs there; null where nothing was given. */
export const placeMark = (given: string | undefined, right: string | undefined): 'right' | 'wrong' | null =>
  given === undefined || given === '' ? null : given === right ? 'right' : 'wrong';

const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
const asNumber = (text: string) => Number(text.trim().replace(',', '.'));

/**
 * How a gap is shown. The server scores, with more patience for spelling than this; a gap is called wrong here only when
 * the whole question was not right, and the accepted answers stand beside it.
 */
export function gapMark(given: string, right: RightGap, ratio: number | null): 'right' | 'wrong' | null {
  if (given.trim() === '') return null;
  if (ratio === 1) return 'right';
  if ('selected' in right) return right.selected.includes(given) ? 'right' : 'wrong';
  if ('number' in right) return Math.abs(asNumber(given) - right.number) <= right.tolerance + 1e-9 ? 'right' : 'wrong';
  return right.accepted.some((text) => plain(text) === plain(given)) ? 'right' : 'wrong';
}
