import { readFileSync } from 'node:fs';
import { isRefusal } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import { parseMoodleXml } from './parse.ts';
import { MOODLE_FRAME, moodleAddresses, writeMoodleXml } from './write.ts';

const HARBOUR = new URL('../../../../../tests/fixtures/exchange/moodle/harbour.xml', import.meta.url);
const items = parseMoodleXml(readFileSync(HARBOUR, 'utf8'));
const at = (place: number) => items[place - 1];
const lossCodes = (place: number) => at(place)?.losses.map(({ code }) => code);

function refusal(text: string) {
  try {
    parseMoodleXml(text);
  } catch (problem) {
    if (isRefusal(problem)) return { code: problem.problem.code, ...problem.params };
    throw problem;
  }
  throw new Error('was not refused');
}

describe('a Moodle XML export with one entry of every kind', () => {
  it('is read whole: every entry is an item, none an error', () => {
    expect(items.map(({ number, kind, question }) => [number, kind, question?.type ?? null])).toEqual([
      [1, 'multichoice', 'single-choice'],
      [2, 'multichoice', 'multiple-choice'],
      [3, 'truefalse', 'true-false'],
      [4, 'shortanswer', 'short-text'],
      [5, 'numerical', 'number'],
      [6, 'matching', 'matching'],
      [7, 'essay', 'long-text'],
      [8, 'cloze', 'blanks'],
      [9, 'ordering', 'ordering'],
      [10, 'gapselect', 'blanks'],
      [11, 'ddwtos', 'blanks'],
      [12, 'description', null],
      [13, 'calculatedmulti', null],
      [14, 'multichoice', 'single-choice'],
    ]);
    expect(items.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('keeps code, name, topic, points, tags, hints, feedback, weights and images of a choice', () => {
    expect(at(1)?.question).toEqual({
      type: 'single-choice',
      code: 'HB-1',
      title: 'Right of way',
      topic: 'Sailing / Harbour / Port',
      stem: 'Who gives way? ![Two boats](media:1/two%20boats.png)',
      options: [
        { id: 'a', text: 'Port tack' },
        { id: 'b', text: 'Windward boat' },
        { id: 'c', text: 'Nobody' },
      ],
      details: {},
      key: { correct: ['a'], shares: { a: 1, b: 0.3333333 }, feedback: { a: 'Yes' } },
      explanation: 'Rule **12**.',
      points: 2,
      hints: ['Which side is the *wind* on?'],
      tags: ['rules', 'wind'],
    });
    expect(at(1)?.losses.filter(({ code }) => code === 'feedbackLeftOut')).toMatchObject([
      { params: { text: 'Look at the wind' } },
    ]);
    expect(at(2)?.question).toMatchObject({ stem: 'Which are **lateral**?', key: { correct: ['a', 'b'] } });
    expect(at(2)?.question?.options?.every(({ pinned }) => pinned)).toBe(true);
  });

  it('keeps statements, typed answers, tolerances and units, and names patterns it has no place for', () => {
    expect(at(3)?.question).toMatchObject({ key: { correct: ['true'], feedback: { false: 'Count again' } } });
    expect(at(4)?.question?.key).toEqual({
      accepted: ['port'],
      caseSensitive: true,
      alternatives: [
        { text: 'port', share: 1, feedback: 'Right' },
        { text: '5*left', share: 0.5 },
      ],
    });
    expect(lossCodes(4)).toEqual(['patternLeftOut']);
    expect(at(5)?.question).toMatchObject({
      stem: 'One knot is $x$ km/h.',
      unit: 'km/h',
      key: { value: 1.852, tolerance: 0.01, alternatives: [{ value: 1.8, tolerance: 0, share: 0.5, feedback: 'Nearly' }] },
    });
    expect(lossCodes(5)).toEqual(['partLeftOut']);
  });

  it('keeps pairs, orders and what markers read', () => {
    expect(at(6)?.question).toMatchObject({
      details: { prompts: [{ text: 'port' }, { text: '*starboard*' }] },
      options: [{ text: 'red' }, { text: 'green' }, { text: '\\*white\\*' }],
      key: { pairs: { 1: 'a', 2: 'b' } },
    });
    expect(at(7)?.question).toMatchObject({
      details: { minWords: 50, maxWords: null },
      key: { modelAnswer: 'Names the course.' },
    });
    expect(lossCodes(7)).toEqual(['partLeftOut']);
    expect(at(9)?.question?.options?.map(({ text }) => text)).toEqual(['bow line', 'spring', 'fender in']);
  });

  it('reads answers embedded in a text, with weights, feedback, escapes and lists', () => {
    expect(at(8)?.question).toMatchObject({
      stem: 'A watch has [[1]] hours; the [[2]] stands it at [[3]], [[4]].',
      details: {
        gaps: [
          { id: '1', kind: 'number' },
          { id: '2', kind: 'text' },
          { id: '3', kind: 'choice', options: [{ text: 'the wheel' }, { text: 'the helm & compass' }, { text: 'bow' }] },
          { id: '4', kind: 'choice', options: [{ text: 'a } b' }, { text: 'c ~ d' }] },
        ],
      },
      key: {
        gaps: {
          1: { value: 4, tolerance: 0.5, alternatives: [{ feedback: 'Good' }, { value: 3, share: 0.5 }] },
          2: { accepted: ['mate', 'Mate'], caseSensitive: true, alternatives: [{ text: 'bosun', share: 0.5, feedback: 'Hm' }] },
          3: { correct: ['b'] },
          4: { correct: ['a'] },
        },
      },
    });
    expect(lossCodes(8)).toEqual(['gapWeights', 'sharesLeftOut', 'feedbackLeftOut']);
  });

  it('reads lists and dragged words in a text as gaps with the choices of their group', () => {
    expect(at(10)?.question).toMatchObject({
      stem: 'Wind has [[1]] and [[2]], sails have [[3]].',
      details: {
        gaps: [{ options: [{ text: 'speed' }, { text: 'direction' }] }, {}, { options: [{ text: 'reefs' }, { text: 'roofs' }] }],
      },
      key: { gaps: { 1: { correct: ['b'] }, 2: { correct: ['a'] }, 3: { correct: ['a'] } } },
    });
    expect(at(11)?.question).toMatchObject({ stem: 'A [[1]] ends in a loop.', key: { gaps: { 1: { correct: ['a'] } } } });
    expect(lossCodes(11)).toEqual(['typeApproximated']);
  });

  it('lists kinds the bank does not have, and files that are not there', () => {
    expect([lossCodes(12), lossCodes(13)]).toEqual([['kindLeftOut'], ['kindLeftOut']]);
    expect(at(13)?.losses[0]?.params).toEqual({ kind: 'calculatedmulti' });
    expect(lossCodes(14)).toContain('mediaNotInFile');
    expect(at(1)?.source).not.toContain('iVBORw0KGgo');
  });
});

describe('questions as Moodle XML', () => {
  const question = {
    type: 'true-false' as const,
    stem: 'See ![a (map)](/uploads/map_1.png) and ]]> here',
    key: { correct: ['true'], feedback: { true: '![a (map)](/uploads/map_1.png)' } },
  };

  it('holds each file beside the text that shows it, and reads it back by the name of its question', () => {
    expect(moodleAddresses(question)).toEqual(['/uploads/map_1.png']);
    const files = new Map([['/uploads/map_1.png', { name: 'map (1).png', base64: 'AAAA' }]]);
    const { text, losses } = writeMoodleXml(question, files);
    expect(losses).toEqual([]);
    expect(text?.split('<file name="map (1).png" path="/" encoding="base64">AAAA</file>')).toHaveLength(3);
    const [item] = parseMoodleXml(MOODLE_FRAME.head + text + MOODLE_FRAME.tail);
    expect(item?.question?.stem).toBe('See ![a (map)](media:1/map%20%281%29.png) and ]]> here');
  });

  it('names files it could not have', () => {
    expect(writeMoodleXml(question).losses.map(({ code }) => code)).toEqual(['mediaByAddress']);
  });
});

describe('hostile XML', () => {
  const quiz = (inside: string) => `<quiz><question type="truefalse">${inside}</question></quiz>`;

  it.each([
    ['an entity declared', `<!DOCTYPE quiz [<!ENTITY a "b">]>${quiz('&a;')}`, 'doctype'],
    ['an external entity', `<!DOCTYPE quiz SYSTEM "file:///etc/passwd">${quiz('')}`, 'doctype'],
    ['an entity nobody declared', quiz('&nbsp;'), 'xml'],
    ['tags that cross', '<quiz><question></quiz></question>', 'xml'],
    ['a file that breaks off', '<quiz><question type="truefalse">', 'xml'],
    ['another root', '<html></html>', 'moodleXml'],
  ])('%s is refused with its reason [I4, I6]', (_, text, reason) => {
    expect(refusal(text)).toMatchObject({ code: 'questions/import-unreadable', reason });
  });

  it('nests no deeper and holds no more than the limits, a file inside not counted [I4]', () => {
    expect(refusal(`<quiz>${'<question>'.repeat(1_000)}`)).toMatchObject({ limit: 'itemDepth' });
    expect(refusal(quiz(`<a>${'x'.repeat(1_000_001)}</a>`))).toMatchObject({ limit: 'itemCharacters' });
    expect(parseMoodleXml(quiz(`<file name="a">${'A'.repeat(2_000_000)}</file>`))).toHaveLength(1);
  });

  it('reads control characters away that Moodle lets through', () => {
    expect(
      parseMoodleXml(quiz('<questiontext format="plain_text"><text>a\u0001b\u000Bc</text></questiontext>'))[0]?.question?.stem,
    ).toBe('abc');
  });

  it('never makes half a question: none right, no number, too many options, no gap [I10]', () => {
    const one = (type: string, inside: string) => parseMoodleXml(`<quiz><question type="${type}">${inside}</question></quiz>`)[0];
    const told = (type: string, inside: string) => one(type, inside)?.messages.map(({ code }) => code);
    expect(told('numerical', '<answer fraction="0"><text>1</text></answer>')).toEqual(['keyMissing']);
    expect(told('numerical', '<answer fraction="100"><text>one</text></answer>')).toEqual(['numberForm']);
    expect(told('multichoice', '<answer fraction="0"><text>x</text></answer>'.repeat(200))).toEqual(['optionCount']);
    expect(told('cloze', '<questiontext><text>no gap</text></questiontext>')).toEqual(['clozeNoGap']);
    expect(told('gapselect', '<questiontext><text>[[3]]</text></questiontext>')).toContain('keyUnknownOption');
    expect(one('__proto__', '')?.losses.map(({ code }) => code)).toEqual(['kindLeftOut']);
  });

  it.each(['{1:', '{1:MC:', '{1:MC:=a}', '~', '[[1]]', '\\', '#', '{', '<p>', '&', '@@PLUGINFILE@@/'])(
    '500 kB of %j in a text is linear and never throws [I11]',
    (sign) => {
      const started = performance.now();
      for (const type of ['cloze', 'gapselect', 'essay']) {
        parseMoodleXml(
          `<quiz><question type="${type}"><questiontext format="html"><text><![CDATA[${sign.repeat(500_000 / sign.length)}]]></text></questiontext></question></quiz>`,
        );
      }
      expect(performance.now() - started).toBeLessThan(15_000);
    },
  );
});
