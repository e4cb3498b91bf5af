import { createWriteStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRefusal } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { ExchangeItem } from '../../../../domain/exchange/item.ts';
import { qtiReader } from './qti.ts';
import { EXCHANGE_FIXTURES, itemsOf, newFile, zipFixture, zipOf } from './qti-testing.ts';

const typeOf = ({ question }: ExchangeItem) => question?.type ?? null;
const lost = ({ losses }: ExchangeItem) => losses.map(({ code }) => code);
const failures = (items: readonly ExchangeItem[]) =>
  items.flatMap(({ messages }) => messages.map(({ code, params }) => [code, params['file'] ?? params['name']]));
const namesOf = async (file: string) => {
  const names: string[] = [];
  for await (const { name } of qtiReader.media(file)) names.push(name);
  return names;
};
async function refusal(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    if (isRefusal(error)) return { code: error.problem.code, ...error.params };
    throw error;
  }
  throw new Error('was not refused');
}

describe('a quiz of Canvas', () => {
  it('comes with every kind of question, its pictures, points and feedback [Q-24]', async () => {
    const file = await zipFixture('qti-canvas');
    const items = await itemsOf(file);
    expect(items.map(typeOf)).toEqual([
      'single-choice',
      'true-false',
      'multiple-choice',
      'short-text',
      'blanks',
      'blanks',
      'matching',
      'number',
      'long-text',
      null,
      null,
    ]);
    expect(items[0]?.question).toEqual({
      type: 'single-choice',
      code: 'g3f1c2d4e5b6a7980c1d2e3f4a5b6c7d',
      title: 'Capital of Türkiye',
      stem: 'What is the capital of **Türkiye**?\n\n![Map of Türkiye](media:web_resources/Quiz%20Files/map.png)',
      options: [
        { id: 'a', text: 'Ankara' },
        { id: 'b', text: 'İstanbul' },
        { id: 'c', text: 'İzmir' },
      ],
      details: {},
      key: { correct: ['a'], feedback: { b: 'The largest city, not the capital.' } },
      explanation: 'Ankara became the capital in *1923*.',
      points: 2,
      topic: 'World knowledge',
    });
    expect(items[2]?.question?.key).toEqual({ correct: ['a', 'b'] });
    expect(items[3]?.question).toMatchObject({ key: { accepted: ['two', 'iki'] }, stem: expect.stringContaining('$x + 1 = 3$') });
    expect(items[4]?.question).toMatchObject({
      stem: 'Roses are [[1]], violets are [[2]].',
      key: { gaps: { 1: { accepted: ['red', 'Red'] }, 2: { accepted: ['blue'] } } },
    });
    expect(items[5]?.question).toMatchObject({ key: { gaps: { 1: { correct: ['a'] }, 2: { correct: ['a'] } } } });
    expect(items[6]?.question).toMatchObject({ key: { pairs: { 1: 'a', 2: 'b' } }, options: [{}, {}, { text: 'Rome' }] });
    expect(items[7]?.question).toMatchObject({
      stem: 'What is $\\frac{7}{2}$?',
      key: { value: 3.5, tolerance: 0.1, alternatives: [{ value: 11, tolerance: 1, share: 1 }] },
    });
    expect(items.slice(0, 9).flatMap(lost)).toEqual([]);
    expect(items.slice(9).map(lost)).toEqual([['qtiCalculated'], ['kindLeftOut']]);
    expect(await namesOf(file)).toEqual(['web_resources/Quiz Files/map.png']);
  });

  it('of a course export is read once, with banks that its manifest does not list', async () => {
    const items = await itemsOf(await zipFixture('qti-canvas-course'));
    expect(items.map(({ question }) => [question?.stem, question?.topic])).toEqual([
      ['2 + 2?', 'Sums'],
      ['0 is even.', 'Number theory'],
    ]);
  });

  it('of New Quizzes brings orders, and lists what the bank has no type for', async () => {
    const items = await itemsOf(await zipFixture('qti-new-quizzes'));
    expect(items.map(typeOf)).toEqual(['ordering', null, 'single-choice', null]);
    expect(items[0]?.question?.key).toEqual({ order: ['b', 'a', 'c'] });
    expect(items.map(({ kind }) => kind)).toContain('categorization_question');
  });
});

it('a single document of QTI 1.2 brings shares, gaps of two kinds and what it could not', async () => {
  const items = await itemsOf(path.join(EXCHANGE_FIXTURES, 'qti-plain12/questions.xml'));
  expect(items[0]?.question).toMatchObject({
    stem: 'Which formula is water?\n\nA drop',
    options: [{ text: 'H₂O' }, {}, {}],
    key: { correct: ['a'], shares: { a: 1, b: 0.25 }, feedback: { a: 'Two of hydrogen, one of oxygen.' } },
    points: 4,
    topic: 'Chemistry',
  });
  expect(items[0] && lost(items[0])).toEqual(['htmlMedia']);
  expect(items[1]?.question).toMatchObject({
    type: 'blanks',
    key: { gaps: { 1: { accepted: ['Au'], caseSensitive: true }, 2: { value: 79 } } },
  });
  expect(items[2]).toMatchObject({ kind: 'response_xy', question: null });
});

describe('a package of QTI 2.2 as TAO writes it', () => {
  it('brings each kind of interaction that fits a type of ours, and names the others [Q-24]', async () => {
    const items = await itemsOf(await zipFixture('qti-tao'));
    expect(items.map((item) => [item.kind, typeOf(item)])).toEqual([
      ['choiceInteraction', 'single-choice'],
      ['choiceInteraction', 'multiple-choice'],
      ['choiceInteraction', 'true-false'],
      ['textEntryInteraction', 'short-text'],
      ['textEntryInteraction', 'number'],
      ['textEntryInteraction + inlineChoiceInteraction', 'blanks'],
      ['matchInteraction', 'matching'],
      ['orderInteraction', 'ordering'],
      ['associateInteraction', 'matching'],
      ['gapMatchInteraction', 'blanks'],
      ['extendedTextInteraction', 'long-text'],
      ['uploadInteraction', 'audio-answer'],
      ['uploadInteraction', null],
      ['hotspotInteraction', null],
      ['composite: choiceInteraction', null],
      ['choiceInteraction', 'single-choice'],
      ['file', null],
    ]);
    const questions = items.map(({ question }) => question);
    expect(questions[0]).toEqual({
      type: 'single-choice',
      code: 'i1573123456789012',
      title: 'Cell',
      stem: 'Look at the picture.\n\n![A cell](media:items/i15731/assets/cell.png)\n\nWhich part makes **energy**?',
      options: [
        { id: 'a', text: 'mitochondrion' },
        { id: 'b', text: 'nucleus' },
        { id: 'c', text: 'none of these', pinned: true },
      ],
      details: {},
      key: { correct: ['a'], feedback: { a: 'Yes, it does.' } },
      language: 'en',
      tags: ['biology', 'cells', 'energy'],
      topic: 'Placement test / Biology',
      difficulty: 8,
      estimatedSec: 90,
      licence: 'CC BY 4.0',
    });
    expect(questions[1]).toMatchObject({
      key: { correct: ['a', 'b'], shares: { a: 0.5, b: 0.5, c: -0.5 } },
      points: 2,
      options: [{ text: '$2^{1}$' }, {}, {}],
    });
    expect(questions[3]).toMatchObject({
      language: 'tr',
      stem: 'The capital of Türkiye is ____ since 1923.',
      key: { accepted: ['Ankara'], caseSensitive: false, alternatives: [{ text: 'Angora', share: 0.5 }] },
    });
    expect(questions[4]?.key).toEqual({ value: 3.14, tolerance: 0.01 });
    expect(questions[5]).toMatchObject({
      stem: expect.stringContaining('sun of [[1]]; spoken by [[2]].'),
      key: { gaps: { 1: { accepted: ['York', 'york'] }, 2: { correct: ['a'] } } },
    });
    expect(questions[6]?.key).toEqual({ pairs: { 1: 'b', 2: 'a', 3: 'a' } });
    expect(questions[7]?.key).toEqual({ order: ['b', 'c', 'a'] });
    expect(questions[8]?.key).toEqual({ pairs: { 1: 'a', 2: 'b' } });
    expect(questions[9]?.stem).toBe('Fill in the words.\n\n> Now is the [[1]] of our discontent made glorious [[2]].');
    expect(questions[10]?.key).toMatchObject({ rubric: [{ title: 'Two points for a thesis.' }] });
    expect(questions[11]).toMatchObject({ stem: expect.stringContaining('![Example](media:items/i15742/assets/name.mp3)') });
    expect(questions[15]).toMatchObject({ key: { correct: ['a'], feedback: { b: 'Two is wrong.' } }, explanation: 'Well done.' });
    expect(items.map((item) => lost(item).join())).toEqual([
      '',
      'htmlMathml',
      '',
      '',
      '',
      '',
      'qtiPairPoints',
      '',
      'qtiAssociate',
      'qtiGapMatch',
      '',
      '',
      'kindLeftOut',
      'kindLeftOut',
      'kindLeftOut',
      'qtiFeedback',
      '',
    ]);
    expect(failures(items)).toEqual([['qtiNotXml', 'items/broken/qti.xml']]);
  });

  it('hands over its images and recordings', async () => {
    const file = await zipFixture('qti-tao');
    expect(await namesOf(file)).toEqual(['items/i15731/assets/cell.png', 'items/i15742/assets/name.mp3']);
    for await (const { bytes, sizeBytes } of qtiReader.media(file)) {
      let size = 0;
      for await (const chunk of bytes()) size += chunk.length;
      expect(size).toBe(sizeBytes);
    }
  });
});

it('a package of QTI 3.0 of another tool is read by the same rules', async () => {
  const items = await itemsOf(await zipFixture('qti-30'));
  expect(items.map(typeOf)).toEqual(['single-choice', 'short-text', null]);
  expect(items[0]?.question).toMatchObject({
    title: 'Unattended Luggage',
    points: 1,
    key: { correct: ['a'] },
    stem: expect.stringContaining('media:images/sign.png'),
  });
  expect(items[1]?.question?.key).toEqual({
    accepted: ['York'],
    caseSensitive: true,
    alternatives: [{ text: 'york', share: 0.5 }],
  });
});

describe('which files are QTI', () => {
  const accepts = (head: string | Buffer, name: string) => qtiReader.accepts(Buffer.from(head), name);
  it('is told by their first bytes, and never a workbook', () => {
    expect(accepts('PK\u0003\u0004....imsmanifest.xml', 'x.zip')).toBe(true);
    expect(accepts('PK\u0003\u0004....', 'x.xlsx')).toBe(false);
    expect(accepts('PK\u0003\u0004....[Content_Types].xml', 'x.zip')).toBe(false);
    expect(accepts('<?xml version="1.0"?>\n<!-- by hand -->\n<assessmentItem xmlns="x">', 'x.xml')).toBe(true);
    expect(accepts('<qti-assessment-item>', 'x.xml')).toBe(true);
    expect(accepts(Buffer.from('\uFEFF<questestinterop>', 'utf16le'), 'x.xml')).toBe(true);
    expect(accepts('<?xml version="1.0"?><quiz>', 'x.xml')).toBe(false);
    expect(accepts('a,b', 'x.csv')).toBe(false);
  });

  it('a ZIP without questions is refused before anything is read', async () => {
    const file = await zipOf([['a.png', 'x']]);
    expect(await refusal(() => qtiReader.inspect(file))).toMatchObject({
      code: 'questions/import-format',
      reason: 'noQuestions',
    });
  });
});

const MANIFEST = (files: readonly string[]) =>
  `<manifest><resources>${files.map((file) => `<resource identifier="r" type="imsqti_item_xmlv2p1" href="${file}"><file href="${file}"/></resource>`).join('')}</resources></manifest>`;
const ITEM = (body = '', id = 'i1') =>
  `<assessmentItem identifier="${id}" title="t"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody>${body}<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><simpleChoice identifier="a">A</simpleChoice><simpleChoice identifier="b">B</simpleChoice></choiceInteraction></itemBody></assessmentItem>`;
const GOOD: readonly [string, string] = ['good.xml', ITEM('<p>Good</p>')];

describe('hostile packages [I4]', () => {
  it.each<[string, string | Buffer, string]>([
    [
      'an external entity',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><assessmentItem>&e;</assessmentItem>',
      'qtiDoctype',
    ],
    [
      'a billion laughs',
      '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><assessmentItem>&b;</assessmentItem>',
      'qtiDoctype',
    ],
    ['an unknown entity', ITEM('<p>&nbsp;</p>'), 'qtiNotXml'],
    ['a cut document', ITEM('<p>x</p>').slice(0, 200), 'qtiNotXml'],
    ['elements a thousand deep', ITEM(`${'<div>'.repeat(1_000)}${'</div>'.repeat(1_000)}`), 'qtiTooDeep'],
    ['a text of three million characters', ITEM(`<p>${'x'.repeat(3_000_000)}</p>`), 'qtiTooLarge'],
    ['a hundred thousand elements', ITEM('<br/>'.repeat(100_000)), 'qtiTooLarge'],
    ['an attribute that never ends', `<assessmentItem identifier="${'x'.repeat(5_000_000)}`, 'qtiTooLarge'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('<assessmentItem title="'), Buffer.from([0xff, 0xfe, 0xfd]), Buffer.from('"/>')]),
      'qtiEncoding',
    ],
    ['an encoding nobody knows', '<?xml version="1.0" encoding="EBCDIC-CP-US"?><assessmentItem/>', 'qtiEncoding'],
    ['a page instead of an item', '<html><body>hello</body></html>', 'qtiNoItem'],
    ['nothing at all', '', 'qtiNotXml'],
  ])('%s is one failed entry with the name of its file, and the others go in', async (_, content, code) => {
    const items = await itemsOf(
      await zipOf([['imsmanifest.xml', MANIFEST(['bad.xml', 'good.xml'])], ['bad.xml', content], GOOD]),
    );
    expect(failures(items)).toEqual([[code, 'bad.xml']]);
    expect(items.at(-1)?.question?.stem).toBe('Good');
  });

  it('names that lead out of the package stay inside it', async () => {
    const file = await zipOf([
      ['imsmanifest.xml', MANIFEST(['../../etc/x.xml', '/abs/y.xml'])],
      ['etc/x.xml', ITEM('<p><img src="../../../img/a.png" alt="x"/><img src="file:///etc/passwd" alt="y"/></p>')],
      ['abs/y.xml', ITEM('<p>abs</p>')],
      ['img/a.png', 'x'],
    ]);
    const [first, second] = await itemsOf(file);
    expect(first?.question?.stem).toBe('![x](media:img/a.png)y');
    expect(first && lost(first)).toEqual(['htmlMedia']);
    expect(second?.question?.stem).toBe('abs');
  });

  it('a manifest that is broken or declares entities refuses the package and names itself', async () => {
    for (const [manifest, reason] of [
      ['<!DOCTYPE x><manifest/>', 'doctype'],
      ['<manifest><resources>', 'xml'],
    ] as const) {
      const file = await zipOf([['imsmanifest.xml', manifest], GOOD]);
      expect(await refusal(() => itemsOf(file))).toMatchObject({
        code: 'questions/import-unreadable',
        reason,
        part: 'imsmanifest.xml',
      });
    }
  });

  it('bytes that inflate without end are refused by what was counted', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(MANIFEST(['bomb.xml'])), 'imsmanifest.xml');
    zip.addBuffer(Buffer.alloc(60 * 1024 * 1024, 'x'), 'bomb.xml');
    zip.end();
    const file = newFile('.zip');
    await pipeline(zip.outputStream, createWriteStream(file));
    expect(await refusal(() => qtiReader.inspect(file))).toMatchObject({ code: 'questions/import-too-large', limit: 'zipRatio' });
  });

  it('a package that is no ZIP, or breaks off, is refused', async () => {
    const file = newFile('.zip');
    writeFileSync(file, 'PK\u0003\u0004nothing');
    expect(await refusal(() => qtiReader.inspect(file))).toMatchObject({ code: 'questions/import-unreadable', reason: 'zip' });
  });

  it('more items than an import may hold are refused with the limit', async () => {
    const file = newFile('.xml');
    writeFileSync(file, `<questestinterop>${'<item ident="a"><presentation/></item>'.repeat(50)}</questestinterop>`);
    expect(await refusal(() => itemsOf(file, 20))).toMatchObject({ limit: 'rows', max: 20 });
  });

  it('a document of many items is read one by one, not held', async () => {
    const one = `<item ident="a"><presentation><material><mattext>${'x'.repeat(10_000)}</mattext></material></presentation></item>`;
    const file = newFile('.xml');
    writeFileSync(file, `<questestinterop>${one.repeat(4_000)}</questestinterop>`);
    const before = process.memoryUsage().rss;
    let count = 0;
    for await (const _ of qtiReader.items(file, {}, { rows: 10_000, fileBytes: 1e9 })) count += 1;
    expect(count).toBe(4_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('identifiers that two items share become nobody’s code', async () => {
    const id = 'i1573123456789012';
    const items = await itemsOf(
      await zipOf([
        ['imsmanifest.xml', MANIFEST(['a.xml', 'b.xml'])],
        ['a.xml', ITEM('', id)],
        ['b.xml', ITEM('', id)],
      ]),
    );
    expect(items.map(({ question }) => question?.code)).toEqual([id, undefined]);
  });

  it('a document in UTF-16 is read as it is', async () => {
    const file = newFile('.xml');
    writeFileSync(file, Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${ITEM('<p>çığ</p>')}`, 'utf16le'));
    expect((await itemsOf(file))[0]?.question?.stem).toBe('çığ');
  });
});
