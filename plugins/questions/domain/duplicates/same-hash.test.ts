import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionInput } from '../../contract/index.ts';
import { sample } from '../testing/sample.ts';
import { bareText } from './bare-text.ts';
import { sameHash } from './same-hash.ts';

const hash = (fields: Partial<QuestionInput>) => sameHash(sample(fields));
const stems = (language: QuestionInput['language'], a: string, b: string) =>
  [hash({ stem: a, language }), hash({ stem: b, language })] as const;
const optionTexts = (...texts: string[]): QuestionInput['options'] =>
  texts.map((text, at) => ({ id: (['a', 'b', 'c', 'd'] as const)[at] ?? 'j', text }));

describe('exact duplicates [Q-39, I8]', () => {
  it.each([
    ['composed and decomposed letters', 'en', 'Café au lait?', 'Cafe\u0301 au lait?'],
    ['width', 'en', 'ＡＢＣ １２３?', 'abc 123?'],
    ['ligatures', 'en', 'The ﬁrst ﬂag?', 'The first flag?'],
    ['spaces of every kind', 'en', '  What\u00a0is\n\n this\t?', 'What is this ?'],
    ['case of the stem', 'en', 'WHAT IS THIS?', 'What is this?'],
    ['the Turkish dotted I', 'tr', 'İZMİR NEREDE?', 'izmir nerede?'],
    ['the Turkish dotless I', 'tr', 'ISPARTA NEREDE?', 'ısparta nerede?'],
    ['the Arabic stretch', 'ar', 'مـــا الكتـاب؟', 'ما الكتاب؟'],
    ['Arabic presentation forms', 'ar', 'ﻣﺎ ﻫﺬﺍ؟', 'ما هذا؟'],
    ['marks nobody sees', 'en', 'What\u200b is\u200e this?', 'What is this?'],
    ['quotes and dashes', 'en', '“Is it” – or isn’t it?', '"Is it" - or isn\'t it?'],
    ['emphasis', 'en', 'What is **not** a *metal*, ~~a~~ __b__ _c_?', 'What is not a metal, a b c?'],
    ['emphasis in emphasis', 'en', '**What *is* this?**', 'What is this?'],
    ['a link', 'en', 'See [the map](https://example.org/a "Map").', 'See the map.'],
    ['code signs', 'en', 'What does `ls -l` do?', 'What does ls -l do?'],
    ['headings, quotes, list marks', 'en', '## What\n> is\n- this\n* here', 'What is this here'],
    ['escaped signs', 'en', 'Is 2 \\* 3 \\> 5?', 'Is 2 * 3 > 5?'],
    ['entities', 'en', 'R&amp;D &lt; 5', 'R&D < 5'],
    ['alternative texts of an image', 'en', 'What is ![a map](/uploads/m.png)?', 'What is ![](/uploads/m.png "t")?'],
    ['inline and block formulas', 'en', 'Solve $$x^{2} = 4$$', 'Solve $x^2=4$'],
    ['spaces in formulas', 'en', 'Area $\\pi  r^2 \\, h$', 'Area $\\pi r^2h$'],
    ['the length of a place to fill in', 'en', 'The sky is ______.', 'The sky is ____.'],
  ] as const)('are found whatever %s', (_, language, a, b) => {
    const [first, second] = stems(language, a, b);
    expect(second).toBe(first);
  });

  it.each([
    ['a power and a number', 'en', 'How much is 10²?', 'How much is 102?'],
    ['another picture', 'en', 'What is ![](/uploads/a.png)?', 'What is ![](/uploads/b.png)?'],
    ['case in a formula', 'en', 'Find $P$', 'Find $p$'],
    ['a needed space in a formula', 'en', 'Find $\\pi r$', 'Find $\\pir$'],
    ['times and nothing', 'en', 'How much is 2 * 3?', 'How much is 2 3?'],
    ['strokes within a name', 'en', 'What is my_big_name?', 'What is mybigname?'],
    ['the dotted and the dotless i', 'tr', 'KIR', 'kir'],
    ['prices', 'en', 'Is $5 more than $4?', 'Is 5 more than 4?'],
  ] as const)('are not taken for one: %s', (_, language, a, b) => {
    const [first, second] = stems(language, a, b);
    expect(second).not.toBe(first);
  });

  it('keep the case of options, whatever their order and ids', () => {
    const base = hash({ options: optionTexts('5 kHz', '6 kHz'), key: { correct: ['a'] } });
    expect(hash({ options: optionTexts('6 kHz', '5  **kHz**'), key: { correct: ['b'] } })).toBe(base);
    expect(hash({ options: optionTexts('5 khz', '6 kHz'), key: { correct: ['a'] } })).not.toBe(base);
    expect(hash({ options: optionTexts('5 kHz', '6 kHz'), key: { correct: ['b'] } })).not.toBe(base);
    expect(hash({ options: optionTexts('5 kHz', '6 kHz', '7 kHz'), key: { correct: ['a'] } })).not.toBe(base);
  });

  it('have one key, one type and one language; a translation is none', () => {
    const base = hash({});
    for (const other of [
      { language: 'tr' },
      { type: 'multiple-choice' },
      { unit: 'm' },
      { key: { correct: ['a'], shares: { b: 0.5 } } },
    ])
      expect(hash(other as Partial<QuestionInput>)).not.toBe(base);
    for (const other of [{ tags: ['x'] }, { difficulty: 9 }, { code: 'X' }, { key: { correct: ['a'], feedback: { b: 'No' } } }])
      expect(hash(other as Partial<QuestionInput>)).toBe(base);
  });

  it('are told by value and tolerance of a number, and by the texts of a short answer', () => {
    const number = (key: QuestionInput['key']) => hash({ type: 'number', options: [], key });
    expect(number({ value: 1, tolerance: 0 })).not.toBe(number({ value: 1, tolerance: 1 }));
    const text = (accepted: string[], caseSensitive = false) =>
      hash({ type: 'short-text', options: [], key: { accepted, caseSensitive } });
    expect(text(['Paris', 'paris', 'Lutetia'])).toBe(text(['lutetia', 'PARIS']));
    expect(text(['Paris'], true)).not.toBe(text(['paris'], true));
  });

  it('do not depend on how gaps are numbered', () => {
    const blanks = (stem: string, first: '1' | '2', second: '1' | '2', right = 'sky') =>
      hash({
        type: 'blanks',
        stem,
        options: [],
        details: {
          gaps: [
            { id: first, kind: 'text' },
            { id: second, kind: 'choice', options: optionTexts('blue', 'red') },
          ],
        },
        key: { gaps: { [first]: { accepted: [right], caseSensitive: false }, [second]: { correct: ['a'] } } },
      });
    const base = blanks('The [[1]] is [[2]].', '1', '2');
    expect(blanks('The [[2]] is [[1]].', '2', '1')).toBe(base);
    expect(blanks('The [[1]] is [[2]].', '1', '2', 'sea')).not.toBe(base);
  });

  it('are told by the pairs of a matching question and by the order of an ordering one', () => {
    const matching = (prompts: [string, string], pairs: Record<string, string>) =>
      hash({
        type: 'matching',
        options: optionTexts('Ankara', 'Cairo'),
        details: { prompts: prompts.map((text, at) => ({ id: String(at + 1), text })) },
        key: { pairs },
      });
    const base = matching(['Turkey', 'Egypt'], { 1: 'a', 2: 'b' });
    expect(matching(['Egypt', 'Turkey'], { 1: 'b', 2: 'a' })).toBe(base);
    expect(matching(['Turkey', 'Egypt'], { 1: 'b', 2: 'a' })).not.toBe(base);
    const ordering = (texts: string[], order: string[]) =>
      hash({ type: 'ordering', options: optionTexts(...texts), key: { order } });
    expect(ordering(['x', 'y'], ['a', 'b'])).toBe(ordering(['y', 'x'], ['b', 'a']));
    expect(ordering(['x', 'y'], ['a', 'b'])).not.toBe(ordering(['x', 'y'], ['b', 'a']));
  });

  it('are told by the limits and the rubric of a long text and of an audio answer', () => {
    const long = (weight: number, minWords: number | null) =>
      hash({
        type: 'long-text',
        options: [],
        details: { minWords, maxWords: null },
        key: { rubric: [{ id: '1', title: 'Form', description: '', weight }], modelAnswer: null },
      });
    expect(long(1, 50)).toBe(long(1, 50));
    expect(new Set([long(1, 50), long(2, 50), long(1, null)]).size).toBe(3);
    const audio = (maxSec: number) =>
      hash({ type: 'audio-answer', options: [], details: { maxSec }, key: { rubric: [], modelAnswer: null } });
    expect(audio(10)).not.toBe(audio(20));
  });
});

describe('normalising', () => {
  it('never throws, and is the same when made twice, for texts without signs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof bareText(text)).toBe('string');
        const plain = text.replace(/[^\p{L}\p{N} ]/gu, '');
        expect(bareText(bareText(plain))).toBe(bareText(plain));
      }),
    );
  });

  it.each([
    '`',
    '``` ',
    '$',
    '$a ',
    '$$',
    '*',
    '**a ',
    '_a',
    '![',
    '![a](',
    '[a](',
    '<https://',
    '&amp',
    '\\',
    '\\\\(',
    '> ',
    '{x^',
    '\\a ',
  ])('stays linear for %j a hundred thousand times [I11]', (piece) => {
    const long = piece.repeat(100_000);
    const started = performance.now();
    bareText(long);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
