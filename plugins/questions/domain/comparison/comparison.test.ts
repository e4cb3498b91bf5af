import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage, QuestionInput } from '../../contract/index.ts';
import { sample } from '../testing/sample.ts';
import { compareQuestions } from './compare-questions.ts';
import { wordDifference } from './word-difference.ts';

const whole = (passages: readonly Passage[]) => passages.map(({ text }) => text).join('');
const own = (passages: readonly Passage[]) => passages.filter(({ isOwn }) => isOwn).map(({ text }) => text);
const kept = (passages: readonly Passage[]) =>
  passages
    .filter(({ isOwn }) => !isOwn)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  it('names the words that only one of them has [Q-40, Q-42]', () => {
    const { left, right } = wordDifference('Which planet is the largest?', 'Which moon is the very largest?');
    expect([own(left), own(right)]).toEqual([['planet'], ['moon', ' very']]);
    expect(own(wordDifference('one two three four', 'one four').left).join('').trim()).toBe('two three');
  });

  it('loses no character of either text, and what is shared is the same on both sides', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', 'ğ', 'ماء', '.', '\n'), { maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { left, right } = wordDifference(a, b);
        expect([whole(left), whole(right)]).toEqual([a, b]);
        if (a === b) expect([...own(left), ...own(right)]).toEqual([]);
        expect(kept(left).replace(/\s/g, '')).toBe(kept(right).replace(/\s/g, ''));
      }),
    );
  });

  it('stays quick for long texts that have nothing in common [I11]', () => {
    const a = Array.from({ length: 10_000 }, (_, at) => `a${at}`).join(' ');
    const b = Array.from({ length: 10_000 }, (_, at) => `b${at}`).join(' ');
    const started = performance.now();
    const { left } = wordDifference(a, b);
    expect(whole(left)).toBe(a);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('two questions side by side', () => {
  const compare = (left: Partial<QuestionInput>, right: Partial<QuestionInput>, by: 'ids' | 'texts' = 'texts') =>
    compareQuestions(sample(left), sample(right), by, (id) => `name of ${id}`);
  const changed = (fields: ReturnType<typeof compare>) => fields.filter(({ isSame }) => !isSame).map(({ field }) => field);

  it('name every field that differs, and leave out what both leave empty', () => {
    const fields = compare({}, { stem: 'Other', points: 2, tags: ['x'], irt: { a: 1, b: 0, c: 0 }, skill: 's' as never });
    expect(changed(fields)).toEqual(['stem', 'points', 'skill', 'tags', 'irt']);
    expect(fields.map(({ field }) => field)).not.toContain('explanation');
    expect(whole(fields.find(({ field }) => field === 'skill')?.right ?? [])).toBe('name of s');
  });

  it('put options beside those that say the same, or beside those of the same id in versions', () => {
    const options = (...texts: string[]): QuestionInput['options'] =>
      texts.map((text, at) => ({ id: (['a', 'b', 'c'] as const)[at] ?? 'j', text }));
    const left = { options: options('one', 'two', 'three'), key: { correct: ['a'] } };
    const right = { options: options('**two**', 'one', 'four'), key: { correct: ['b'] } };
    expect(changed(compare(left, right))).toEqual(['options.1', 'options.2']);
    expect(changed(compare(left, right, 'ids'))).toEqual(['options.0', 'options.1', 'options.2']);
    expect(
      compare({ options: options('x') }, { options: options('y', 'x', 'z') }).filter(({ field }) => field.startsWith('options')),
    ).toHaveLength(3);
  });

  it('tell keys apart by everything a key says', () => {
    const keys: Partial<QuestionInput>[] = [
      { key: { correct: ['b'] } },
      { key: { correct: ['a'], shares: { b: 0.5 } } },
      { key: { correct: ['a'], feedback: { b: 'No' } } },
    ];
    for (const other of keys) expect(changed(compare({}, other))).toEqual(['key']);
    const text = (accepted: string[], caseSensitive: boolean): Partial<QuestionInput> => ({
      type: 'short-text',
      options: [],
      key: { accepted, caseSensitive },
    });
    expect(changed(compare(text(['x'], true), text(['x'], false)))).toEqual(['key']);
    const long = (weight: number): Partial<QuestionInput> => ({
      type: 'long-text',
      options: [],
      details: { minWords: 5, maxWords: null },
      key: { rubric: [{ id: '1', title: 'Form', description: '', weight }], modelAnswer: null },
    });
    expect(changed(compare(long(1), long(2)))).toEqual(['key']);
  });
});
