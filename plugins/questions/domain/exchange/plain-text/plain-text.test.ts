import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlainText } from './parse.ts';

const one = (text: string) => parsePlainText(text)[0];
const codes = (text: string) => parsePlainText(text).flatMap(({ messages }) => messages.map(({ code }) => code));
const OPTIONS = [
  { id: 'a', text: 'red' },
  { id: 'b', text: 'blue' },
];

describe('pasted text with numbered stems, lettered options and an answer line [Q-44]', () => {
  it.each([
    ['1. Which colour is the sky?\nA. red\nB. blue\nAnswer: B'],
    ['1) Which colour is the sky?\na) red\nb) blue\nCorrect answer: b)'],
    ['Q1: Which colour is the sky?\n(A) red\n(B) blue\nKey - B'],
    ['Question 1. Which colour is the sky?\n\nA) red\n\nB) blue *\n'],
    ['(1) Which colour is the sky?\nA) red   B) blue\nans = B'],
    ['Soru 1: Which colour is the sky?\nA) red\nB) blue\nDoğru cevap: B'],
    ['Which colour is the sky?\n*B) blue\nA) red'],
    ['1- Which colour is the sky?\nA- red\nB- blue (correct)'],
    ['1. Which colour is the sky?\nA) red\nB) blue\n**Answer:** blue'],
    ['السؤال ١: Which colour is the sky?\nأ) red\nب) blue\nالإجابة: ب'],
    ['stem: Which colour is the sky?\noption_a: red\noption_b: blue\nkey: B'],
  ])('%j is a single choice question', (text) => {
    const item = one(text);
    expect(item?.messages).toEqual([]);
    expect(item?.question).toMatchObject({ type: 'single-choice', stem: 'Which colour is the sky?' });
    const right = item?.question && 'correct' in item.question.key ? item.question.key.correct : [];
    expect(item?.question?.options?.filter(({ id }) => right.includes(id)).map(({ text: shown }) => shown)).toEqual(['blue']);
  });

  it('reads explanation, hints, points, difficulty, topic and tags in three languages', () => {
    const text =
      '7. Soru metni\niki satır (5 puan)\nA) bir\nB) iki\nCevap: A\nAçıklama: Çünkü\nböyle.\n\nİkinci paragraf.\nİpucu: Düşün\nZorluk: zor\nKonu: Fizik > Işık\nEtiketler: a, b';
    expect(one(text)).toMatchObject({
      messages: [],
      question: {
        stem: 'Soru metni\niki satır',
        points: 5,
        key: { correct: ['a'] },
        explanation: 'Çünkü\nböyle.\n\nİkinci paragraf.',
        hints: ['Düşün'],
        difficulty: 8,
        topic: 'Fizik / Işık',
        tags: ['a', 'b'],
      },
    });
  });

  it('knows several right answers, by letters or by marks', () => {
    for (const text of [
      '1. Q\nA) x\nB) y\nC) z\nAnswers: A, C',
      '1. S\n*A) x\nB) y\n*C) z',
      '1. S\nA) x\nB) y\nC) z\nCevap: A ve C',
      '1. S\nA) x\nB) y\nC) z\nAnswer: AC'.replace('AC', 'A C'),
    ]) {
      expect(one(text)?.question).toMatchObject({ type: 'multiple-choice', key: { correct: ['a', 'c'] } });
    }
  });

  it.each([
    ['1. The sun is a star.\nAnswer: True', 'true'],
    ['1. The sun is a star. (T/F)\nAnswer: F', 'false'],
    ['1. Güneş bir yıldızdır. (D)', 'true'],
    ['1. Güneş bir gezegendir.\nCevap: Yanlış', 'false'],
    ['1. الشمس نجم\nالإجابة: صح', 'true'],
    ['1. The sun is a star.\nA) True\nB) False\nAnswer: A', 'true'],
  ])('%j is a statement', (text, right) => {
    expect(one(text)).toMatchObject({ messages: [], question: { type: 'true-false', key: { correct: [right] } } });
  });

  it('reads numbers with tolerance and unit, words, gaps and long texts', () => {
    expect(one('1. Pi?\nAnswer: 3,14 ± 0,01')?.question).toMatchObject({ type: 'number', key: { value: 3.14, tolerance: 0.01 } });
    expect(one('1. How long?\nAnswer: 12 cm')?.question).toMatchObject({ type: 'number', unit: 'cm', key: { value: 12 } });
    expect(one('1. Past of go?\nAnswer: went / walked')?.question).toMatchObject({
      type: 'short-text',
      key: { accepted: ['went', 'walked'] },
    });
    expect(one('1. Rome lies in ____ and Cairo in _____.\nAnswer: Italy; Egypt')?.question).toMatchObject({
      type: 'blanks',
      stem: 'Rome lies in [[1]] and Cairo in [[2]].',
      key: { gaps: { 1: { accepted: ['Italy'] }, 2: { accepted: ['Egypt'] } } },
    });
    expect(one('1. Explain gravity.')).toMatchObject({ question: { type: 'long-text' }, messages: [{ code: 'plainNoAnswer' }] });
  });

  it('takes answers from a list behind all questions', () => {
    const questions = '1. P\nA) x\nB) y\n\n2. Q\nA) x\nB) y\n\n';
    for (const list of ['Answer key: 1-B 2-A', 'Cevap anahtarı:\n1. B\n2. A', '1) B, 2) A']) {
      const items = parsePlainText(questions + list);
      expect(items.map(({ question }) => question?.key)).toEqual([{ correct: ['b'] }, { correct: ['a'] }]);
    }
  });

  it('keeps a numbered list inside a stem, and questions without numbers apart', () => {
    const listed = parsePlainText(
      '5. Which holds?\n1. One\n2. Two\nA) first\nB) second\nAnswer: A\n6. Next\nA) x\nB) y\nAnswer: B',
    );
    expect(listed.map(({ question }) => question?.stem)).toEqual(['Which holds?\n1. One\n2. Two', 'Next']);
    const bare = parsePlainText('First?\nA) x\nB) y\nAnswer: A\n\nSecond?\nA) x\nB) y\nAnswer: B');
    expect(bare.map(({ question, number }) => [question?.stem, number])).toEqual([
      ['First?', 1],
      ['Second?', 6],
    ]);
  });
});

describe('what is not understood', () => {
  it('is named, and the rest of the question stays [Q-44]', () => {
    expect(one('1. Q\nA) red\nB) blue\nAnswer: D')).toMatchObject({
      question: { options: OPTIONS, key: { correct: [] } },
      messages: [{ code: 'plainAnswerUnknown', params: { text: 'D' } }],
    });
    expect(codes('1. Q\nA) red\nB) blue')).toEqual(['plainNoAnswer']);
    expect(codes('1. Q\nA) red\nB) blue\nAnswer: A\nsomething else')).toEqual(['plainRest']);
    expect(one('Just a sentence.')).toMatchObject({ question: null, messages: [{ code: 'plainNothing' }] });
    expect(codes(`1. Q\n${'ABCDEFGHIJK'.replace(/./g, (letter) => `${letter}) ${letter}\n`)}Answer: A`)).toContain('optionCount');
  });

  it('never loses a word: every line is in the source of an item', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '1. Stem',
        '2) Other',
        'A) x',
        'B) y *',
        'Answer: A',
        'Explanation: z',
        '',
        'words',
        '- bullet',
        'Q7: q',
        'A) x B) y',
        '(T/F)',
      ),
      fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const kept = parsePlainText(lines.join('\n'))
          .map(({ source }) => source)
          .join('\n')
          .replace(/\s+/g, '');
        expect(kept).toBe(
          lines
            .join('\n')
            .replace(/^\uFEFF/, '')
            .replace(/\s+/g, ''),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '1',
    '1. ',
    '1. a\n',
    'A) ',
    'A) x\n',
    'A) x B) ',
    '_',
    '(',
    '*',
    'Answer: A\n',
    ':',
    '\n',
    ' ',
    '-',
    '1-A ',
    '٣',
    '.',
    '1. a\nA) x\nB) y\nAnswer: A\n',
  ])('1 MB of %j is linear and never throws [I11]', (sign) => {
    const started = performance.now();
    parsePlainText(sign.repeat(1_000_000 / sign.length));
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
