import { describe, expect, it } from 'vitest';
import { gapMark, markOf, placeMark } from './marks.ts';

const chosen = (selected: string[]) => ({ selected });

describe('given and right answer of every type [E-22]', () => {
  it('marks each option by what was chosen and what is right', () => {
    const single = { type: 'single-choice', response: chosen(['2']), right: chosen(['1']) } as const;
    expect(['1', '2', '3'].map((option) => markOf(option, single))).toEqual(['right', 'chosenWrong', 'none']);
    const several = { type: 'multiple-choice', response: chosen(['1', '3']), right: chosen(['1', '2']) } as const;
    expect(['1', '2', '3'].map((option) => markOf(option, several))).toEqual(['chosenRight', 'missed', 'chosenWrong']);
    expect(markOf('2', { ...several, response: null })).toBe('right');
  });

  it('marks places and pairs, and nothing where nothing was given', () => {
    expect([placeMark('1', '1'), placeMark('2', '1'), placeMark('', '1'), placeMark(undefined, '1')]).toEqual([
      'right',
      'wrong',
      null,
      null,
    ]);
  });

  it('never calls a gap wrong in a question that earned everything', () => {
    expect(gapMark('colour', { accepted: ['color'] }, 1)).toBe('right');
    expect(gapMark('colour', { accepted: ['color'] }, 0.5)).toBe('wrong');
    expect(gapMark(' Color ', { accepted: ['color'] }, 0.5)).toBe('right');
    expect(gapMark('3,5', { number: 3.4, tolerance: 0.1 }, 0)).toBe('right');
    expect(gapMark('2', { selected: ['2'] }, 0)).toBe('right');
    expect(gapMark(' ', { accepted: ['x'] }, 0)).toBeNull();
  });
});
