import { describe, expect, it } from 'vitest';
import { parseAiken } from './parse.ts';

const codes = (text: string) =>
  parseAiken(text).map(({ messages }) => messages.map(({ code, params }) => [code, params['line']]));

describe('Aiken', () => {
  it('reads questions with and without blank lines between them, with . and ) behind letters', () => {
    const items = parseAiken('What is\n$2 + 2$?\nA. three\nB) four\nANSWER: B\nNext?\r\n\r\na) yes\nb) no\nanswer: a\n');
    expect(items).toMatchObject([
      {
        number: 1,
        question: {
          type: 'single-choice',
          stem: 'What is\n$2 + 2$?',
          options: [
            { id: 'a', text: 'three' },
            { id: 'b', text: 'four' },
          ],
          key: { correct: ['b'] },
        },
      },
      { number: 6, question: { stem: 'Next?', key: { correct: ['a'] } } },
    ]);
  });

  it.each([
    ['no answer line', 'Q\nA. x\nB. y\n', [['aikenNoAnswer', 3]]],
    ['an answer that is no option', 'Q\nA. x\nB. y\nANSWER: C\n', [['aikenAnswer', 4]]],
    ['a line between options and answer', 'Q\nA. x\nB. y\nhm\nANSWER: A\n', [['aikenLine', 4]]],
    ['letters out of order', 'Q\nA. x\nC. y\nANSWER: A\n', [['aikenOrder', 3]]],
    [
      'no question',
      'ANSWER: A\n',
      [
        ['required', undefined],
        ['optionCount', undefined],
        ['aikenAnswer', 1],
      ],
    ],
  ])('names the line: %s [I10]', (_, text, told) => {
    expect(codes(text)).toEqual([told]);
    const [broken, good] = parseAiken(`${text}ANSWER\nGood?\nA. x\nB. y\nANSWER: A\n`);
    expect(broken?.question === null || good?.question === undefined).toBe(true);
  });

  it('goes on behind a broken question', () => {
    expect(parseAiken('Q\nA. x\nANSWER: A\nR\nA. x\nB. y\nANSWER: B').map(({ question }) => question?.stem ?? null)).toEqual([
      null,
      'R',
    ]);
  });

  it.each(['A', 'A. ', 'ANSWER:', '\n', 'A. x\n', 'x\n', ' ', 'ANSWER: A\n'])(
    '1 MB of %j is linear and never throws [I11]',
    (sign) => {
      const started = performance.now();
      parseAiken(sign.repeat(1_000_000 / sign.length));
      expect(performance.now() - started).toBeLessThan(8_000);
    },
  );
});
