import { describe, expect, it } from 'vitest';
import {
  addOption,
  type Draft,
  droppedBy,
  emptyDraft,
  markOption,
  missing,
  moveOption,
  removeOption,
  switchType,
  toInput,
  withMissing,
} from './draft.ts';

const filled = (): Draft => ({
  ...emptyDraft('multiple-choice', 'en'),
  stem: 'Which?',
  options: [
    { id: 'a', text: 'kHz' },
    { id: 'b', text: 'khz' },
    { id: 'c', text: 'None', pinned: true },
  ],
  correct: ['a', 'c'],
});

describe('switching the type', () => {
  it('names what would be dropped before it is [Q-02]', () => {
    expect(droppedBy(filled(), 'number')).toEqual(['options', 'correct']);
    expect(droppedBy(filled(), 'single-choice')).toEqual(['correct']);
    expect(droppedBy({ ...filled(), correct: ['a'] }, 'single-choice')).toEqual([]);
    expect(droppedBy(emptyDraft('single-choice', 'en'), 'short-text')).toEqual([]);
    const number = { ...emptyDraft('number', 'en'), value: 3, unit: 'm' };
    expect(droppedBy(number, 'true-false')).toEqual(['number', 'unit']);
    expect(droppedBy({ ...emptyDraft('short-text', 'en'), accepted: ['Ankara'] }, 'number')).toEqual(['accepted']);
    expect(droppedBy({ ...emptyDraft('true-false', 'en'), correct: ['true'] }, 'single-choice')).toEqual(['correct']);
  });

  it('keeps what fits and drops the rest [Q-02]', () => {
    const single = switchType({ ...filled(), correct: ['a'] }, 'single-choice');
    expect(single).toMatchObject({ options: filled().options, correct: ['a'] });
    const truth = switchType(filled(), 'true-false');
    expect(truth).toMatchObject({ options: [], correct: [], stem: 'Which?' });
    expect(switchType(truth, 'single-choice').options).toHaveLength(4);
  });
});

describe('options', () => {
  it('keep their ids when others come, go or move', () => {
    const without = removeOption(filled(), 'b');
    expect(without.options.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(addOption(without).options.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(moveOption(filled(), 'c', -1).options.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(moveOption(filled(), 'a', -1)).toEqual(filled());
    expect(removeOption(filled(), 'a').correct).toEqual(['c']);
  });

  it('have one right answer in single choice and several in multiple choice [Q-37]', () => {
    expect(markOption({ ...filled(), type: 'single-choice', correct: ['a'] }, 'b', true).correct).toEqual(['b']);
    expect(markOption(filled(), 'b', true).correct).toEqual(['a', 'c', 'b']);
    expect(markOption(filled(), 'a', false).correct).toEqual(['c']);
  });

  it('are never more than ten', () => {
    let draft = filled();
    for (let turn = 0; turn < 12; turn += 1) draft = addOption(draft);
    expect(draft.options).toHaveLength(10);
  });
});

describe('what is sent', () => {
  it('has only the fields of the type', () => {
    const input = toInput({ ...filled(), unit: 'm', tags: ' radio, law ,,' });
    expect(input).toMatchObject({ key: { correct: ['a', 'c'] }, unit: null, tags: ['radio', 'law'] });
    expect(input).not.toHaveProperty('code');
    expect(toInput({ ...emptyDraft('number', 'en'), value: 2.5, tolerance: 0.1, unit: 'm' })).toMatchObject({
      key: { value: 2.5, tolerance: 0.1 },
      unit: 'm',
      options: [],
    });
    expect(toInput({ ...emptyDraft('short-text', 'en'), accepted: ['a', ' '] }).key).toEqual({
      accepted: ['a'],
      caseSensitive: false,
    });
  });

  it('asks for numbers that were left empty, once each [Q-37]', () => {
    const draft = emptyDraft('number', 'en');
    expect(missing(draft).map(({ field }) => field)).toEqual(['key.value', 'difficulty']);
    const range = { code: 'difficultyRange', level: 'error' as const, field: 'difficulty', params: {} };
    expect(withMissing(draft, [range]).map(({ code }) => code)).toEqual(['required', 'required']);
  });
});
