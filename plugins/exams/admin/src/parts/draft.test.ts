import { describe, expect, it } from 'vitest';
import { ExamInput } from '../../../contract/index.ts';
import { emptyExam, itemCountOf, moved, newRule, newSection } from './draft.ts';

const topic = 'a'.repeat(24);

describe('the builder’s draft', () => {
  it('is an exam the contract takes as soon as it has a title and an address [E-01]', () => {
    const exam = { ...emptyExam('Questions'), title: 'Technician', slug: 'technician' };
    expect(ExamInput.safeParse(exam).success).toBe(true);
  });

  it('counts fixed questions and what rules draw', () => {
    const section = { ...newSection('A'), fixed: [topic as never], rules: [newRule(topic, 3), newRule(topic, 2)] };
    expect(itemCountOf({ sections: [section, newSection('B')] })).toBe(6);
  });

  it('moves up and down and stays at the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
