import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createExamType,
  createSkill,
  createTopic,
  type ExamType,
  listQuestions,
  publishQuestions,
  type QuestionsPublic,
  type Skill,
  startBulk,
  type Topic,
} from '../../../contract/index.ts';
import { refreshUsage } from '../../src/jobs/refresh-usage.ts';
import { listStatement } from '../../src/records/question-list.ts';
import { uniqueName } from '../support.ts';
import { list, type Made, make } from './bank.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
let beside: Topic;
let examType: ExamType;
let skill: Skill;
let rich: Made;
let poor: Made;
let other: Made;
const word = uniqueName('filter').replaceAll('-', '');

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  const call = async <T>(endpoint: Parameters<TestKit['call']>[0], body: unknown) =>
    (await kit.call<T>(endpoint, { as: editor, body })).body;
  topic = await call<Topic>(createTopic, { name: uniqueName('Filter') });
  beside = await call<Topic>(createTopic, { name: uniqueName('Beside') });
  const below = await call<Topic>(createTopic, { name: 'Below', parent: beside.documentId });
  examType = await call<ExamType>(createExamType, { code: uniqueName('TYT'), name: 'Exam type' });
  skill = await call<Skill>(createSkill, { name: uniqueName('Skill') });
  const [file] = await db().many<{ url: string }>(sql`
    INSERT INTO files (document_id, name, hash, ext, mime, size, url, provider, created_at, updated_at, published_at)
    VALUES (${uniqueName('file')}, 'x.png', 'x', '.png', 'image/png', 1, ${`/uploads/${uniqueName('x')}.png`}, 'local', now(), now(), now()) RETURNING url`);
  rich = await make(kit, editor, topic.documentId, {
    stem: `${word} rich ![a picture](${file?.url})`,
    title: 'A wonderful title',
    explanation: 'Because the hippopotamus said so',
    examTypes: [examType.documentId],
    skill: skill.documentId,
    tags: ['red', 'blue'],
    licence: 'CC BY 4.0',
    estimatedSec: 60,
    source: 'A book',
    furtherTopics: [below.documentId],
  });
  poor = await make(kit, editor, topic.documentId, { stem: `${word} poor`, tags: ['red'] });
  other = await make(kit, editor, topic.documentId, { stem: `${word} other`, language: 'tr', difficulty: 9 });
});

const found = async (query: Record<string, string | number>, search = word) =>
  (await list(kit, editor, { search, ...query })).rows.map(({ documentId }) => documentId).sort();
const ids = (...questions: Made[]) => questions.map(({ documentId }) => documentId).sort();

describe('filters of the list [Q-05]', () => {
  it('takes any mix, several values in one, and what is missing', async () => {
    expect(await found({})).toEqual(ids(rich, poor, other));
    expect(await found({ tag: 'red' })).toEqual(ids(rich, poor));
    expect(await found({ tag: 'red,blue' })).toEqual(ids(rich));
    expect(await found({ language: 'tr,ar' })).toEqual(ids(other));
    expect(await found({ language: 'en,tr', type: 'single-choice,number' })).toEqual(ids(rich, poor, other));
    expect(await found({ examType: examType.documentId })).toEqual(ids(rich));
    expect(await found({ skill: skill.documentId, difficultyMax: 5 })).toEqual(ids(rich));
    expect(await found({ furtherTopic: beside.documentId })).toEqual(ids(rich));
    expect(await found({ licence: 'yes' })).toEqual(ids(rich));
    expect(await found({ licence: 'no' })).toEqual(ids(poor, other));
    expect(await found({ media: 'yes' })).toEqual(ids(rich));
    expect(await found({ media: 'no' })).toEqual(ids(poor, other));
    expect(await found({ missing: 'skill,examTypes' })).toEqual(ids(poor, other));
    expect(await found({ missing: 'tags' })).toEqual(ids(other));
    expect(await found({ missing: 'topic' })).toEqual([]);
    expect(await found({ missing: 'estimatedSec,source,explanation,licence', tag: 'red' })).toEqual(ids(poor));
    expect(await found({ owner: 'me', editor: 'me' })).toEqual(ids(rich, poor, other));
    expect(await found({ owner: '999999' })).toEqual([]);
    expect(await found({ changedSince: '2020-01-01T00:00:00Z' })).toEqual(ids(rich, poor, other));
    expect(await found({ changedSince: '2999-01-01T00:00:00Z' })).toEqual([]);
    expect(await found({ ai: 'yes' })).toEqual([]);
    expect(await found({ shared: 'no', status: 'draft,inReview' })).toEqual(ids(rich, poor, other));
  });

  it('knows open reports, waiting duplicates, AI-made questions and shared ones', async () => {
    await kit.call(publishQuestions, { as: editor, body: { documentIds: [poor.documentId] } });
    await db().run(sql`
      INSERT INTO activity.questions_reports (id, document_id, revision_id, reason, text, seen_in)
      SELECT gen_random_uuid(), document_id, id, 'typo', 'x', 'test' FROM activity.questions_revisions WHERE document_id = ${poor.documentId}`);
    const [a = '', b = ''] = ids(poor, other);
    await db().run(sql`INSERT INTO activity.questions_duplicates (question_a, question_b, similarity) VALUES (${a}, ${b}, 0.9)`);
    await db().run(sql`
      UPDATE questions_questions SET ai = '{"provider":"x","promptVersion":"1"}' WHERE document_id = ${other.documentId} AND published_at IS NULL`);
    await kit.call(startBulk, {
      as: editor,
      body: { selection: { documentIds: [rich.documentId] }, action: { kind: 'share', isShared: true } },
    });
    expect(await found({ report: 'yes' })).toEqual(ids(poor));
    expect(await found({ report: 'no' })).toEqual(ids(rich, other));
    expect(await found({ duplicate: 'yes' })).toEqual(ids(poor, other));
    expect(await found({ ai: 'yes' })).toEqual(ids(other));
    expect(await found({ shared: 'yes' })).toEqual(ids(rich));
  });

  it('searches title, options, explanation and code, and says where it found the words', async () => {
    const at = async (search: string) =>
      (await list(kit, editor, { search, tag: 'blue' })).rows.map(({ documentId, stemMarks, found: passage, stemStart }) => ({
        documentId,
        inStem: stemMarks.map(([start, end]) => stemStart.slice(start, end)),
        passage: passage && { field: passage.field, words: passage.marks.map(([start, end]) => passage.text.slice(start, end)) },
      }));
    const { documentId } = rich;
    expect(await at(word)).toEqual([{ documentId, inStem: [word], passage: null }]);
    expect(await at('hippopot')).toEqual([
      { documentId, inStem: [], passage: { field: 'explanation', words: ['hippopotamus'] } },
    ]);
    expect(await at('wonderful TITLE')).toEqual([
      { documentId, inStem: [], passage: { field: 'title', words: ['wonderful', 'title'] } },
    ]);
    expect((await at(rich.code.slice(0, 6)))[0]?.documentId).toBe(documentId);
    expect(await at('hippopotamus absent')).toEqual([]);
  });

  it('finds Turkish and Arabic words however they are written, and words beside any sign', async () => {
    const mark = uniqueName('m').replaceAll('-', '');
    const turkish = await make(kit, editor, topic.documentId, { stem: `${mark} IŞIK «İZMİR» km/h, ${mark}'nin Ğ` });
    const arabic = await make(kit, editor, topic.documentId, { stem: `${mark} مَا هٰذَا؟ إلى المدرسة`, language: 'ar' });
    for (const search of ['ışık', 'işik', 'izmir', 'İzmir', 'km h', 'ğ'])
      expect(await found({}, `${mark} ${search}`), search).toEqual(ids(turkish));
    for (const search of ['هذا', 'الى', 'المدرسه', 'مدرسة'])
      expect(await found({}, `${mark} ${search}`), search).toEqual(search === 'مدرسة' ? [] : ids(arabic));
  });

  it('puts the best match first: code, then title, then stem, then explanation', async () => {
    const w = uniqueName('rank').replaceAll('-', '');
    const inExplanation = await make(kit, editor, topic.documentId, { explanation: `so ${w} it is` });
    const inStem = await make(kit, editor, topic.documentId, { stem: `What is ${w}?` });
    const inTitle = await make(kit, editor, topic.documentId, { title: `The ${w}` });
    const inCode = await make(kit, editor, topic.documentId, { code: `${w}-1` });
    const order = [inCode, inTitle, inStem, inExplanation].map(({ documentId }) => documentId);
    const first = await list(kit, editor, { search: w, sort: 'relevance', pageSize: 3 });
    const second = await list(kit, editor, { search: w, sort: 'relevance', pageSize: 3, cursor: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ documentId }) => documentId)).toEqual(order);
    expect(first.total).toBe(4);
    expect(first.rankedOf).toBeNull();
  });

  it('counts every night how often a question was given to learners, and sorts by it [Q-01]', async () => {
    const bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
    let counts = [
      { documentId: rich.documentId, timesUsed: 3, lastUsedAt: new Date('2026-01-02T03:04:05Z') },
      { documentId: poor.documentId, timesUsed: 12, lastUsedAt: new Date('2026-01-01T00:00:00Z') },
    ];
    bank.registerUsage('test', async function* () {
      yield counts.slice(0, 1);
      yield counts.slice(1);
    });
    await refreshUsage();
    const page = await list(kit, editor, { search: word, sort: '-timesUsed', pageSize: 2 });
    expect(page.rows.map(({ documentId, timesUsed, lastUsedAt }) => [documentId, timesUsed, lastUsedAt])).toEqual([
      [poor.documentId, 12, '2026-01-01T00:00:00.000Z'],
      [rich.documentId, 3, '2026-01-02T03:04:05.000Z'],
    ]);
    const rest = await list(kit, editor, { search: word, sort: '-timesUsed', pageSize: 2, cursor: page.next ?? '' });
    expect(rest.rows.map(({ documentId }) => documentId)).toEqual([other.documentId]);
    expect(await found({ used: 'yes' })).toEqual(ids(rich, poor));
    expect(await found({ used: 'no' })).toEqual(ids(other));
    counts = [];
    await refreshUsage();
    expect(await found({ used: 'yes' })).toEqual([]);
  });

  it('never skips rows by counting them: no statement of the list has an OFFSET', () => {
    const scope = { kind: 'all', staffId: 1 } as const;
    for (const sort of ['code', '-updatedAt', 'difficulty', '-timesUsed', 'relevance'])
      for (const filter of [{}, { search: 'x' }])
        expect(listStatement(filter, scope, { sort, pageSize: 200 }).text).not.toMatch(/\boffset\b/i);
  });
});

describe('bad queries of the list [I12, I14]', () => {
  const many = Array.from({ length: 1_000 }, (_, at) => `filter${at}=1`).join('&');
  const deep = `filters${'[a]'.repeat(2_000)}=1`;
  it.each([
    ['a page of a million', 'pageSize=1000000'],
    ['a negative page', 'pageSize=-1'],
    ['a thousand filters', many],
    ['brackets in brackets', deep],
    ['populate, ten deep', `populate${'[populate]'.repeat(10)}=*`],
    ['an array of ten thousand ids', Array.from({ length: 10_000 }, (_, at) => `owner[]=${at}`).join('&')],
    ['ten thousand ids in one field', `owner=${Array.from({ length: 10_000 }, (_, at) => at + 1).join(',')}`],
    ['ten thousand words', `search=${Array.from({ length: 10_000 }, (_, at) => `w${at}`).join('+')}`],
    ['a value nobody knows', 'status=deleted'],
    ['an operator as a value', 'topic[$ne]=x'],
    ['a sort by a private field', 'sort=key'],
    ['a sort with SQL', 'sort=code;drop table x'],
    ['a cursor of another form', `cursor=${Buffer.from('[{"a":1},2]').toString('base64url')}`],
    ['a cursor whose value is of another type', `sort=difficulty&cursor=${Buffer.from('["abc",2]').toString('base64url')}`],
    ['a cursor with an id that is none', `cursor=${Buffer.from('["abc","x"]').toString('base64url')}`],
    ['a date that is none', 'changedSince=yesterday'],
    ['a number too large', 'difficultyMin=99999999999999999999'],
    ['a filter twice', 'status=draft&status=published'],
  ])('%s is refused with 400 and says what is wrong', async (_, query) => {
    const reply = await fetch(`${kit.url}${listQuestions.path}?${query}`, { headers: editor.headers });
    expect([400, 414, 431]).toContain(reply.status);
  });

  it.each([
    '%',
    '_',
    '\\',
    "'",
    '"',
    '&|!():*',
    '<->',
    "a' OR 1=1 --",
    '\u0000',
    'ـ',
    '的',
    '...',
    '1.2.3',
    'a:*b',
    '\u202Ex',
    'the a of',
    '😀',
    'x'.repeat(200),
    'x '.repeat(99),
  ])('takes %j as words, sorted by relevance, never as SQL', async (search) => {
    const reply = await kit.call(listQuestions, { as: editor, query: { search, sort: 'relevance' } });
    expect(reply.status).toBe(200);
  });
});
