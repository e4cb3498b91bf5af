import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createQuestion,
  createShareLink,
  createTopic,
  getSharedQuestions,
  listShareLinks,
  QUESTION_TYPES,
  type Question,
  type ShareLink,
  type Topic,
  withdrawShareLink,
} from '../../../contract/index.ts';
import { uniqueName } from '../support.ts';
import { QUESTIONS, SECRETS } from './samples.ts';

type Shared = { questions: { item: { type: string }; answer: { explanationHtml: string } | null }[] };
type Made = { link: ShareLink; path: string };

let kit: TestKit;
let editor: Person;
let ids: string[];

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  const topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Shared') } })).body;
  ids = [];
  for (const type of QUESTION_TYPES) {
    const own = QUESTIONS[type];
    // The bank refuses a question it has already.
    const question = { ...own, stem: `${own.stem} ${uniqueName('Shared')}`, topic: topic.documentId, code: uniqueName('s') };
    const { status, text, body } = await kit.call<Question>(createQuestion, {
      as: editor,
      body: { question, acceptWarnings: true },
    });
    if (status !== 200) throw new Error(`${type}: ${text}`);
    ids.push(body.documentId);
  }
});

const share = (fields: object = {}, as = editor) =>
  kit.call<Made>(createShareLink, { as, body: { documentIds: ids, ...fields } });
const tokenOf = ({ path }: Made) => path.split('/').at(-1) ?? '';
const open = (token: string) => kit.call<Shared>(getSharedQuestions, { params: { token } });

describe('links that share questions for review [Q-46]', () => {
  it('show every type to somebody without an account, and no key, explanation or rubric unless allowed [A3, Q-13]', async () => {
    const { status, text, body } = await open(tokenOf((await share()).body));
    expect(status).toBe(200);
    expect(body.questions.map(({ item }) => item.type)).toEqual([...QUESTION_TYPES]);
    expect(body.questions.every(({ answer }) => answer === null)).toBe(true);
    expect(SECRETS.filter((word) => text.includes(word))).toEqual([]);
  });

  it('show answers when they were allowed to', async () => {
    const { body, text } = await open(tokenOf((await share({ withAnswers: true })).body));
    expect(body.questions.every(({ answer }) => answer?.explanationHtml.includes('explained-secret'))).toBe(true);
    expect(text).toContain('model-secret');
  });

  it('expired, withdrawn, unknown and impossible keys get one and the same answer [A1]', async () => {
    const expired = (await share({ days: 1 })).body;
    await db().run(sql`UPDATE activity.questions_share_links SET expires_at = now() WHERE id = ${expired.link.id}`);
    const withdrawn = (await share()).body;
    const reply = await kit.call(withdrawShareLink, { as: editor, params: { id: withdrawn.link.id } });
    expect(reply.body).toEqual({ withdrawn: true });
    const answers = await Promise.all([tokenOf(expired), tokenOf(withdrawn), 'x'.repeat(43)].map(open));
    const told = answers.map(({ status, body }) => ({ status, ...body, instance: '', requestId: '' }));
    expect(told[0]).toMatchObject({ status: 404, code: 'questions/share-link-not-found' });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect((await open('short')).status).toBe(400);
  });

  it('are listed with the question while they open; the key is kept as a hash only', async () => {
    const made = (await share({ note: 'For Ayşe', days: 3 })).body;
    const listed = await kit.call<{ rows: ShareLink[]; defaultDays: number }>(listShareLinks, {
      as: editor,
      params: { documentId: ids[0] ?? '' },
    });
    expect(listed.body.defaultDays).toBe(7);
    expect(listed.body.rows[0]).toEqual(made.link);
    expect(listed.text).not.toContain(tokenOf(made));
    const row = await db().one<{ row: string }>(sql`
      SELECT to_jsonb(s)::text AS row FROM activity.questions_share_links s WHERE id = ${made.link.id}`);
    expect(row.row).not.toContain(tokenOf(made));
    const days = (new Date(made.link.expiresAt).getTime() - new Date(made.link.createdAt).getTime()) / 86_400_000;
    expect(days).toBeCloseTo(3, 3);
    await kit.call(withdrawShareLink, { as: editor, params: { id: made.link.id } });
    const after = await kit.call<{ rows: ShareLink[] }>(listShareLinks, { as: editor, params: { documentId: ids[0] ?? '' } });
    expect(after.body.rows.map(({ id }) => id)).not.toContain(made.link.id);
    expect((await kit.call(withdrawShareLink, { as: editor, params: { id: made.link.id } })).status).toBe(404);
  });

  it('are made by who may change the question only, and closed by nobody else [Q-09, A5]', async () => {
    const reader = await kit.staff(['plugin::questions.read']);
    expect((await share({}, reader)).status).toBe(403);
    const stranger = await kit.staff(['plugin::questions.read', 'plugin::questions.write']);
    expect((await share({}, stranger)).status).toBe(404);
    const { link } = (await share()).body;
    expect((await kit.call(withdrawShareLink, { as: stranger, params: { id: link.id } })).status).toBe(404);
  });

  it('say what is wrong with a wish that cannot be met', async () => {
    const none = await share({ documentIds: [] });
    expect([none.status, none.text.includes('documentIds')]).toEqual([400, true]);
    const days = await share({ days: 91 });
    expect([days.status, days.text.includes('days')]).toEqual([400, true]);
  });

  it('stand guesses off: after many tries from one place there is a pause [A9]', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 70; at += 1) statuses.push((await open('g'.repeat(43))).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
