import { choose, isAnswer } from '@lyceum/questions/views/response';
import { describe, expect, it } from 'vitest';
import { paperOf } from '../paper.fixture.ts';
import { hashOf, itemOfHash } from './address.ts';
import { cellState, countCells, openQuestions } from './palette.ts';
import { mayMove, reachOf } from './reach.ts';
import { columnsOf, nextCell } from './roving.ts';

describe('palette', () => {
  it('tells answered, blank and not seen apart, with the flag beside them [E-11]', () => {
    expect(cellState({ rev: 0, response: null, flagged: false })).toEqual({ answer: 'notSeen', flagged: false });
    expect(cellState({ rev: 1, response: null, flagged: true })).toEqual({ answer: 'blank', flagged: true });
    expect(cellState({ rev: 2, response: { text: '  ' }, flagged: false })).toEqual({ answer: 'blank', flagged: false });
    expect(cellState({ rev: 2, response: { selected: ['1'] }, flagged: false })).toEqual({ answer: 'answered', flagged: false });
  });

  it('names what is open before handing in [E-15]', () => {
    const cells = [
      { item: 1, answer: 'answered', flagged: true },
      { item: 2, answer: 'blank', flagged: false },
      { item: 3, answer: 'notSeen', flagged: false },
    ] as const;
    expect(openQuestions(cells)).toEqual({ unanswered: [2, 3], flagged: [1] });
    expect(countCells(cells)).toEqual({ answered: 1, blank: 1, notSeen: 1, flagged: 1 });
  });

  it('is walked by arrows in rows as laid out, mirrored in right-to-left', () => {
    expect(nextCell('ArrowRight', 4, 40, 5, false)).toBe(5);
    expect(nextCell('ArrowRight', 4, 40, 5, true)).toBe(3);
    expect(nextCell('ArrowDown', 4, 40, 5, false)).toBe(9);
    expect(nextCell('ArrowUp', 4, 40, 5, false)).toBe(4);
    expect(nextCell('End', 4, 40, 5, false)).toBe(39);
    expect(nextCell('x', 4, 40, 5, false)).toBeNull();
    expect(columnsOf([10, 10, 10, 50, 50])).toBe(3);
    expect(columnsOf([10, 10])).toBe(2);
  });
});

describe('where one may go', () => {
  const paper = paperOf({ openTo: 3 });
  const oneWay = { ...paper, exam: { ...paper.exam, backNavigation: false } };

  it('is everywhere in the open part, or one on without going back [E-02]', () => {
    expect([1, 2, 3, 4].map((item) => mayMove(reachOf(paper, 2), item))).toEqual([true, true, true, false]);
    expect([1, 2, 3].map((item) => mayMove(reachOf(oneWay, 1), item))).toEqual([true, true, false]);
    expect([1, 2, 3].map((item) => mayMove(reachOf(oneWay, 2), item))).toEqual([false, true, true]);
  });

  it('stands in the address', () => {
    expect(hashOf(12)).toBe('#q12');
    expect([itemOfHash('#q12'), itemOfHash('#q0'), itemOfHash('#q'), itemOfHash('#main'), itemOfHash('#q12x')]).toEqual([
      12,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('choosing', () => {
  const order = ['1', '2', '3'];
  it("replaces in single choice and toggles in multiple choice, in the paper's order", () => {
    expect(choose({ selected: ['1'] }, '3', order, false)).toEqual({ selected: ['3'] });
    expect(choose({ selected: ['3'] }, '1', order, true)).toEqual({ selected: ['1', '3'] });
    expect(choose({ selected: ['1', '3'] }, '1', order, true)).toEqual({ selected: ['3'] });
  });

  it('the last one taken away leaves the question without an answer', () => {
    expect(choose({ selected: ['2'] }, '2', order, true)).toBeNull();
    expect(isAnswer(null)).toBe(false);
    expect(isAnswer({ number: '0' })).toBe(true);
  });
});
