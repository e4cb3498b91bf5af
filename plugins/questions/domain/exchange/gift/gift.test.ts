import { describe, expect, it } from 'vitest';
import type { ExchangeItem } from '../item.ts';
import { parseGift } from './parse.ts';
import { giftItems } from './to-item.ts';
import { writeGift } from './write.ts';

function items(text: string): ExchangeItem[] {
  const next = giftItems();
  return parseGift(text).flatMap(next);
}
const one = (text: string) => items(text)[0];
const codes = (item: ExchangeItem | undefined) => [...(item?.messages ?? []), ...(item?.losses ?? [])].map(({ code }) => code);

describe('GIFT as questions of the bank', () => {
  it('names the topic by the category before, the code and tags by comments, the title by ::', () => {
    const text =
      '$CATEGORY: $course$/top/Maths/Algebra // Sets\n\n// [id:A-1] [tag:easy] [tag:a\\]b]\n::First::2 + 2 {=4}\n\nNext{T}';
    expect(items(text).map(({ question }) => question)).toMatchObject([
      { code: 'A-1', title: 'First', tags: ['easy', 'a]b'], topic: 'Maths / Algebra / Sets', type: 'short-text' },
      { topic: 'Maths / Algebra / Sets', type: 'true-false', key: { correct: ['true'] } },
    ]);
  });

  it('keeps weights: a share for part of an answer, none where they are the usual ones', () => {
    expect(one('Q{=yes ~%50%nearly#well ~no}')?.question?.key).toEqual({
      correct: ['a'],
      shares: { a: 1, b: 0.5 },
      feedback: { b: 'well' },
    });
    expect(one('Q{~%50%a ~%50%b ~%-50%c}')?.question).toMatchObject({ type: 'multiple-choice', key: { correct: ['a', 'b'] } });
    expect(one('Q{~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}')?.question?.key).toEqual({
      correct: ['a', 'b', 'c'],
      shares: { a: 0.3333333, b: 0.3333333, c: 0.3333333, d: -1 },
    });
  });

  it('keeps feedback of full answers beside them and reads ranges as middle and tolerance', () => {
    expect(one('Q{=Frog#Good! =%50%Cat#Hm}')?.question?.key).toEqual({
      accepted: ['Frog'],
      caseSensitive: false,
      alternatives: [
        { text: 'Frog', share: 1, feedback: 'Good!' },
        { text: 'Cat', share: 0.5, feedback: 'Hm' },
      ],
    });
    expect(one('Q{#2.5..3}')?.question?.key).toEqual({ value: 2.75, tolerance: 0.25 });
    expect(one('Q{#=1822:0 =%50%1822:2 ~#never}')).toMatchObject({
      question: { key: { value: 1822, tolerance: 0, alternatives: [{ value: 1822, tolerance: 2, share: 0.5 }] } },
      losses: [{ code: 'patternLeftOut', level: 'leftOut' }],
    });
  });

  it('makes a gap of answers inside a sentence, and none where only punctuation follows', () => {
    expect(one('Grant is {~buried =entombed ~living} in a tomb.')?.question).toMatchObject({
      type: 'blanks',
      stem: 'Grant is [[1]] in a tomb.',
      details: { gaps: [{ id: '1', kind: 'choice', options: [{ text: 'buried' }, { text: 'entombed' }, { text: 'living' }] }] },
      key: { gaps: { 1: { correct: ['b'] } } },
    });
    expect(one('Two plus two is {=four =4}.')?.question).toMatchObject({ type: 'short-text', stem: 'Two plus two is _____ .' });
    expect(one('A year has {#12} months.')?.question).toMatchObject({ type: 'blanks', stem: 'A year has [[1]] months.' });
  });

  it('keeps pairs with what fits none, formats and general feedback', () => {
    const question = one(
      '[html]<p>Match</p>{=[plain]a*b*c -> one\n=[markdown]**d** -> two\n= -> three\n####[html]<b>why</b>}',
    )?.question;
    expect(question).toMatchObject({
      type: 'matching',
      stem: 'Match',
      details: { prompts: [{ text: 'a\\*b\\*c' }, { text: '**d**' }] },
      options: [{ text: 'one' }, { text: 'two' }, { text: 'three' }],
      key: { pairs: { 1: 'a', 2: 'b' } },
      explanation: '**why**',
    });
  });

  it('takes feedback of TRUE in the order of its writer', () => {
    const moodle = one('// question: 7  name: x\n::x::Q{TRUE#no#yes}')?.question?.key;
    expect(moodle).toMatchObject({ feedback: { false: 'no', true: 'yes' } });
    const other = one('Q{TRUE#yes#no}');
    expect(other?.question?.key).toMatchObject({ feedback: { true: 'yes', false: 'no' } });
    expect(codes(other)).toEqual(['giftFeedbackOrder']);
  });

  it('shows text of the plain formats as it was written', () => {
    expect(one('Is 2*3*4 < $5$ \\{set\\} 1_a_ ? {T}')?.question?.stem).toBe('Is 2\\*3\\*4 < \\$5\\$ {set} 1_a\\_ ?');
  });

  it('lists descriptions and says where answers cannot be read, without losing the next question [I10]', () => {
    const list = items(
      'Only text\n\nBroken {=a\n\nGood {=b}\n\nNested {=\\frac{1}{2} ~x}\n\nOdd {nothing}\n\nBad {#abc}\n\nTwo {=a} and {=b}',
    );
    expect(list.map((item) => [item.number, item.question?.type ?? null, ...codes(item)])).toEqual([
      [1, null, 'kindLeftOut'],
      [3, null, 'giftUnclosed'],
      [5, 'short-text'],
      [7, null, 'giftBrace'],
      [9, null, 'giftAnswers'],
      [11, null, 'numberForm'],
      [13, null, 'giftAnswers'],
    ]);
  });

  it('refuses more options than there are, and passes what the rules will refuse: no right option, two right ones [I10]', () => {
    const many = `Q{=x ${Array.from({ length: 199 }, (_, at) => `~o${at}`).join(' ')}}`;
    expect(one(many)).toMatchObject({ question: null, messages: [{ code: 'optionCount', params: { count: 200 } }] });
    expect(one('Q{~a ~b}')?.question?.key).toEqual({ correct: [] });
    expect(one('Q{=a =b ~c}')?.question).toMatchObject({ type: 'single-choice', key: { correct: ['a', 'b'] } });
  });

  it('keeps blank lines between braces and reads one missing brace as one broken question', () => {
    expect(items('Q{\n\n  =a\n\n  ~b\n}\n\nR{T}').map(({ question }) => question?.type)).toEqual(['single-choice', 'true-false']);
    expect(items('Q{\n=a\n\n~b').map(({ question }) => question?.type ?? null)).toEqual([null, null]);
  });
});

describe('questions as GIFT', () => {
  it('escapes every sign with a meaning and writes each question on its own category', () => {
    const { text, losses } = writeGift({
      type: 'true-false',
      stem: 'a~b=c#d{e}f:g\\n\nh',
      key: { correct: ['true'] },
      topic: 'A / B/C',
      points: 2,
    });
    expect(text).toBe(
      '$CATEGORY: $course$/top/A/B//C\n\n// question: 0  name:\n[markdown]a\\~b\\=c\\#d\\{e\\}f\\:g\\\\n\\nh{TRUE}\n\n',
    );
    expect(losses).toEqual([{ level: 'leftOut', code: 'fieldLeftOut', field: 'points', params: {} }]);
  });

  it('writes nothing for types GIFT does not have, and says so', () => {
    expect(writeGift({ type: 'ordering', stem: 's', key: { order: ['a', 'b'] } })).toEqual({
      text: null,
      losses: [{ level: 'leftOut', code: 'typeLeftOut', field: 'type', params: { type: 'ordering' } }],
    });
  });
});

describe('hostile GIFT', () => {
  it.each([
    '{',
    '}',
    '=',
    '~',
    '#',
    '\\',
    ':',
    '%',
    '/',
    '\n',
    '\n\n',
    '{\n\n',
    '{=',
    '::',
    '[',
    '->',
    '{#',
    '$CATEGORY:',
    '<',
    ' ',
    '{=a -> b}\n\n',
  ])('1 MB of %j is read in linear time and never throws [I11]', (sign) => {
    const started = performance.now();
    const list = items(sign.repeat(1_000_000 / sign.length));
    expect(list.every(({ messages, question, losses }) => question !== null || messages.length + losses.length > 0)).toBe(true);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
