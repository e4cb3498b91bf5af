import { describe, expect, it } from 'vitest';
import type { QuestionInput, RuleMessage } from '../../contract/index.ts';
import { RULE_SENTENCES, ruleSentence } from '../../contract/index.ts';
import { SAMPLE_TOPIC, sample } from '../testing/sample.ts';
import { hasErrors, RULES, validate } from './validate.ts';

const facts = {
  hasTopic: (id: string) => id === SAMPLE_TOPIC,
  hasExamType: (id: string) => id.startsWith('exam'),
  hasSkill: (id: string) => id.startsWith('skill'),
  hasFile: (url: string) => url === '/uploads/known.png',
};
const messages = (fields: Partial<QuestionInput>): RuleMessage[] => validate(sample(fields), facts);
const found = (fields: Partial<QuestionInput>) => messages(fields).map(({ code, level, field }) => `${level} ${code} ${field}`);

describe('the rules of a question [Q-37]', () => {
  it('find nothing in a good one', () => {
    expect(messages({})).toEqual([]);
  });

  it.each<[Partial<QuestionInput>, string[]]>([
    [{ stem: ' ' }, ['error required stem']],
    [{ stem: 'x'.repeat(10_000) }, []],
    [{ stem: 'x'.repeat(10_001) }, ['error stemTooLong stem']],
    [{ topic: null }, ['error required topic']],
    [{ topic: 'unknown00000000000000000' as never }, ['error topicUnknown topic']],
    [{ language: 'xx' as never }, ['error languageUnknown language']],
    [{ type: 'essay' as never }, ['error typeUnknown type']],
    [{ difficulty: 1 }, []],
    [{ difficulty: 10 }, []],
    [{ difficulty: 0 }, ['error difficultyRange difficulty']],
    [{ difficulty: 11 }, ['error difficultyRange difficulty']],
    [{ difficulty: 2.5 }, ['error difficultyRange difficulty']],
    [{ difficulty: Number.NaN }, ['error difficultyRange difficulty']],
    [{ points: 0 }, []],
    [{ points: 100 }, []],
    [{ points: -0.5 }, ['error pointsRange points']],
    [{ points: 100.5 }, ['error pointsRange points']],
    [{ points: Number.NaN }, ['error pointsRange points']],
    [{ stem: 'Solve $\\frac{1}{2$.' }, ['error formulaBroken stem']],
    [{ explanation: 'It costs 5 $ and 6 $.' }, []],
    [{ stem: '![a boat](/uploads/known.png)' }, []],
    [{ stem: '![](/uploads/known.png)' }, ['warning altMissing stem']],
    [{ stem: '![a boat](/uploads/gone.png)' }, ['error mediaUnreachable stem']],
    [{ stem: '![a boat](javascript:alert(1))' }, []],
    [{ explanation: '![x](https://elsewhere.example/x.png)' }, ['error mediaUnreachable explanation']],
    [{ hints: ['x'.repeat(2_001)] }, ['error textTooLong hints.0']],
    [{ tags: Array.from({ length: 31 }, (_, at) => `t${at}`) }, ['error tooMany tags']],
    [{ code: 'x'.repeat(41) }, ['error codeForm code']],
    [{ title: 'x'.repeat(201) }, ['error textTooLong title']],
    [{ furtherTopics: ['unknown00000000000000000' as never] }, ['error topicUnknown furtherTopics.0']],
    [{ examTypes: ['exam00000000000000000001' as never] }, []],
    [{ examTypes: ['gone00000000000000000001' as never] }, ['error examTypeUnknown examTypes.0']],
    [{ skill: 'gone00000000000000000001' as never }, ['error skillUnknown skill']],
    [{ key: { correct: ['a'], feedback: { a: 'So $\\frac{1}{2$.' } } }, ['error formulaBroken key.feedback.a']],
  ])('for %j say %j', (fields, expected) => {
    expect(found(fields)).toEqual(expected);
  });

  it('name the place of a formula that does not parse [Q-21]', () => {
    const [message] = messages({ stem: 'First $1+1$, then $\\frac{1}{2$.' });
    expect(message?.params['position']).toBeGreaterThan('First $1+1$, then '.length - 1);
  });

  it('block on errors and let warnings through with a tick', () => {
    expect(hasErrors(messages({ stem: '![](/uploads/known.png)' }))).toBe(false);
    expect(hasErrors(messages({ stem: '' }))).toBe(true);
  });

  it('have one code each', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  });

  it('have a sentence in every language, with the same values in it', () => {
    for (const [code, texts] of Object.entries(RULE_SENTENCES)) {
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(names(texts.tr), code).toEqual(names(texts.en));
      expect(names(texts.ar), code).toEqual(names(texts.en));
    }
    expect(ruleSentence({ code: 'pointsRange', params: { min: 0, max: 100 } }, 'tr')).toBe('Puan 0 ile 100 arasında olmalıdır');
    expect(ruleSentence({ code: 'somethingNew', params: {} })).toBe('somethingNew');
  });
});

describe('hostile text [I1, I11]', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '[click](javascript:alert(1))',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    'a\u202eb\u2066c',
  ])('%j is text like any other', (stem) => {
    expect(messages({ stem })).toEqual([]);
  });

  it.each(['![', '$', '](', '$\\frac{', '`', '*_', '\\('])('%j repeated to the limit is judged within a second', (piece) => {
    const started = performance.now();
    messages({ stem: piece.repeat(Math.floor(10_000 / piece.length)) });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
