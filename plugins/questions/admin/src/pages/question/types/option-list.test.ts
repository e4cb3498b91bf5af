import { describe, expect, it } from 'vitest';
import { type ChoiceAnswer, marked, withoutChoice } from './choice.ts';
import { freeGapId, shownGaps } from './gaps.ts';
import { moved, withOption } from './option-list.ts';

const answer: ChoiceAnswer = {
  options: [
    { id: 'a', text: 'kHz' },
    { id: 'b', text: 'khz' },
    { id: 'c', text: 'None', pinned: true },
  ],
  correct: ['a', 'c'],
  percents: { a: 50 },
  feedback: { a: 'Yes' },
};
const ids = (options: ChoiceAnswer['options']) => options.map(({ id }) => id);

describe('options', () => {
  it('keep their ids when others come, go or move', () => {
    const without = withoutChoice(answer, 'b');
    expect(ids(without.options)).toEqual(['a', 'c']);
    expect(ids(withOption(without.options))).toEqual(['a', 'c', 'b']);
    expect(ids(moved(answer.options, 2, -1))).toEqual(['a', 'c', 'b']);
    expect(moved(answer.options, 0, -1)).toEqual(answer.options);
    expect(moved(answer.options, 2, 1)).toEqual(answer.options);
  });

  it('take their mark, share and feedback with them when they go', () => {
    expect(withoutChoice(answer, 'a')).toMatchObject({ correct: ['c'], percents: {}, feedback: {} });
  });

  it('have one right answer in single choice and several in multiple choice [Q-37]', () => {
    expect(marked(['a'], 'b', true, true)).toEqual(['b']);
    expect(marked(['a', 'c'], 'b', true, false)).toEqual(['a', 'c', 'b']);
    expect(marked(['a', 'c'], 'a', false, false)).toEqual(['c']);
  });

  it('are never more than ten', () => {
    let { options } = answer;
    for (let turn = 0; turn < 12; turn += 1) options = withOption(options);
    expect(options).toHaveLength(10);
  });
});

describe('gaps', () => {
  it('are shown in the order of the text, those without a place last', () => {
    const gaps = shownGaps([], '[[2]] [[1]]');
    expect(gaps.map(({ id }) => id)).toEqual(['2', '1']);
    expect(shownGaps(gaps, '[[1]]').map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('get the first free number, and none when there are thirty', () => {
    expect(freeGapId([], '[[1]] [[3]]')).toBe('2');
    const many = Array.from({ length: 30 }, (_, at) => `[[${at + 1}]]`).join(' ');
    expect(freeGapId([], many)).toBeNull();
  });
});
