import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkQuestion,
  compareWith,
  copyQuestion,
  createQuestion,
  createTopic,
  decideDuplicate,
  deleteQuestion,
  type FieldComparison,
  getQuestion,
  type Question,
  type RuleMessage,
  type SimilarQuestion,
  similarQuestions,
  type Topic,
  updateQuestion,
} from '../../../contract/index.ts';
import { SIGNATURE_VERSION } from '../../../domain/duplicates/min-hash.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { make, WITHOUT_ALL } from '../bank/bank.ts';
import { uniqueName } from '../support.ts';
import { pairOf, words } from './pairs.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Alike') } })).body;
});

const question = (fields: Record<string, unknown> = {}) => ({
  ...sample({ topic: topic.documentId, code: uniqueName('q') }),
  ...fields,
});
const create = (fields: Record<string, unknown>, acceptWarnings = false) =>
  kit.call<Question>(createQuestion, { as: editor, body: { question: question(fields), acceptWarnings } });
const check = async (fields: Record<string, unknown>, documentId?: string) =>
  (await kit.call<{ messages: RuleMessage[] }>(checkQuestion, { as: editor, body: { question: question(fields), documentId } }))
    .body.messages;
const similar = async (fields: Record<string, unknown>, as = editor, documentId?: string) =>
  (await kit.call<{ matches: SimilarQuestion[] }>(similarQuestions, { as, body: { question: question(fields), documentId } }))
    .body.matches;

describe('a question that the bank holds already [Q-39]', () => {
  it('is refused when it is new, and the other one is named, whatever its markup, spaces and order of options', async () => {
    const stem = words();
    const first = await make(kit, editor, topic.documentId, { stem: `${stem} is $x^{2}$?` });
    const options = [
      { id: 'a', text: '**5**' },
      { id: 'b', text: '4' },
    ];
    const { status, text } = await create(
      { stem: `**${stem.toUpperCase()}**  is $x^2$?`, options, key: { correct: ['b'] } },
      true,
    );
    expect(status).toBe(422);
    expect(text).toContain('body.question.stem');
    expect(text).toContain(first.code);
    expect((await create({ stem: `${stem} is $x^2$?`, key: { correct: ['b'] } }, true)).status).toBe(200);
  });

  it('is only warned of once it is there, so that it can still be mended', async () => {
    const stem = words();
    const first = await make(kit, editor, topic.documentId, { stem });
    const second = await make(kit, editor, topic.documentId, { stem: words() });
    const save = (acceptWarnings: boolean) =>
      kit.call(updateQuestion, {
        as: editor,
        params: { documentId: second.documentId },
        body: { question: question({ code: second.code, stem }), acceptWarnings },
      });
    const refused = await save(false);
    expect([refused.status, refused.text.includes(first.code)]).toEqual([409, true]);
    expect((await save(true)).status).toBe(200);
    const { body } = await kit.call<Question>(getQuestion, { as: editor, params: { documentId: second.documentId } });
    expect(body.messages).toMatchObject([{ code: 'exactDuplicate', level: 'warning', params: { code: first.code } }]);
  });

  it('is made once by two editors who write it at the same time', async () => {
    const stem = words();
    const replies = await Promise.all([create({ stem }), create({ stem }), create({ stem })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  });

  it('is free again when the other one is deleted', async () => {
    const stem = words();
    const first = await make(kit, editor, topic.documentId, { stem });
    expect((await create({ stem })).status).toBe(422);
    await kit.call(deleteQuestion, { as: editor, params: { documentId: first.documentId } });
    expect((await create({ stem })).status).toBe(200);
  });
});

describe('a question that is like another one [Q-39]', () => {
  it('is warned of with the other code and the percentage, and passes with a tick', async () => {
    const stem = words();
    const first = await make(kit, editor, topic.documentId, { stem });
    const [message] = await check({ stem: `${stem} now` });
    expect(message).toMatchObject({ code: 'similarQuestion', level: 'warning', field: 'stem', params: { code: first.code } });
    expect(message?.params['percent']).toBeGreaterThanOrEqual(85);
    expect((await create({ stem: `${stem} now` })).status).toBe(409);
    expect((await create({ stem: `${stem} now` }, true)).status).toBe(200);
  });

  it('is never the question itself, nor what it was copied from, nor its copy', async () => {
    const stem = words();
    const first = await make(kit, editor, topic.documentId, { stem });
    expect(await check({ stem: `${stem} now`, code: uniqueName('new') }, first.documentId)).toEqual([]);
    const copy = await kit.call<{ documentId: string }>(copyQuestion, { as: editor, params: { documentId: first.documentId } });
    expect(await check({ stem }, copy.body.documentId)).toEqual([]);
    expect(await check({ stem }, first.documentId)).toEqual([]);
  });

  it('is not named again once somebody decided about the two', async () => {
    const stem = words();
    const a = await make(kit, editor, topic.documentId, { stem });
    const b = await make(kit, editor, topic.documentId, { stem: `${stem} now` });
    expect(await check({ stem: `${stem} now` }, b.documentId)).toHaveLength(1);
    const pair = await pairOf(kit, editor, a.documentId, b.documentId);
    await kit.call(decideDuplicate, { as: editor, params: { id: pair.id }, body: { decision: 'keep' } });
    expect(await check({ stem: `${stem} now` }, b.documentId)).toEqual([]);
  });

  it('is found in Arabic and Turkish as well', async () => {
    const arabic = 'ما هي عاصمة الجمهورية التي تقع فيها المدينة القديمة الكبيرة ذات الأسوار العالية';
    const turkish = 'Aşağıdakilerden hangisi İç Anadolu’nun göl kıyısındaki şehirlerinden değildir ğüşıöç';
    for (const [language, stem] of [
      ['ar', arabic],
      ['tr', turkish],
    ] as const) {
      const first = await make(kit, editor, topic.documentId, { language, stem });
      expect(await similar({ language, stem: `${stem} ن` })).toMatchObject([{ code: first.code, isExact: false }]);
    }
  });

  it('can be looked at side by side with the words that differ', async () => {
    const stem = words();
    const first = await make(kit, editor, topic.documentId, { stem: `${stem} left` });
    const matches = await similar({ stem: `${stem} right` });
    expect(matches).toMatchObject([{ documentId: first.documentId, isExact: false, topicPath: topic.path }]);
    const { body } = await kit.call<{ other: SimilarQuestion; fields: FieldComparison[] }>(compareWith, {
      as: editor,
      params: { documentId: first.documentId },
      body: { question: question({ stem: `${stem} right` }) },
    });
    expect(body.other.code).toBe(first.code);
    expect(body.fields.filter(({ isSame }) => !isSame)).toEqual([
      {
        field: 'stem',
        isSame: false,
        left: [
          { text: `${stem} `, isOwn: false },
          { text: 'right', isOwn: true },
        ],
        right: [
          { text: `${stem} `, isOwn: false },
          { text: 'left', isOwn: true },
        ],
      },
    ]);
  });

  it('is shown to a teacher only when they may see it [Q-09]', async () => {
    const stem = words();
    const first = await make(kit, editor, topic.documentId, { stem });
    const teacher = await kit.staff(WITHOUT_ALL);
    expect(await similar({ stem: `${stem} now` }, teacher)).toEqual([]);
    const foreign = await kit.call(compareWith, {
      as: teacher,
      params: { documentId: first.documentId },
      body: { question: question() },
    });
    const none = await kit.call(compareWith, {
      as: teacher,
      params: { documentId: 'a'.repeat(24) },
      body: { question: question() },
    });
    const withoutId = (text: string) => text.replace(/"requestId":"[^"]*"/, '');
    expect([foreign.status, withoutId(foreign.text)]).toEqual([404, withoutId(none.text)]);
  });

  it('is found among thousands that say nearly the same, of which few are looked at [I8]', async () => {
    const stem = words();
    const first = await make(kit, editor, topic.documentId, { stem });
    const bands = await db().one<{ bands: number[] }>(
      sql`SELECT bands FROM activity.questions_signatures WHERE document_id = ${first.documentId}`,
    );
    await db().run(sql`
      INSERT INTO activity.questions_signatures (document_id, content_hash, version, bands)
      SELECT 'none' || n, NULL, ${SIGNATURE_VERSION}, ${bands.bands}::integer[] FROM generate_series(1, 5000) n`);
    expect((await create({ stem })).status).toBe(422);
    await db().run(sql`DELETE FROM activity.questions_signatures WHERE document_id LIKE 'none%'`);
  });
});
