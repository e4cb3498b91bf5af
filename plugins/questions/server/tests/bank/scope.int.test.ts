import { mountedAnswers } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { createInstitute, type Institute, setInstituteOfStaff } from '@lyceum/platform/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  archiveQuestions,
  copyQuestion,
  createTopic,
  deleteQuestion,
  exportQuestions,
  getQuestion,
  publishQuestions,
  startBulk,
  type Topic,
  updateQuestion,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { importFile, uniqueName } from '../support.ts';
import { list, type Made, make, WITHOUT_ALL } from './bank.ts';

let kit: TestKit;
let editor: Person;
let teacher: Person;
let colleague: Person;
let topic: Topic;
let institute: Institute;
const word = uniqueName('scope').replaceAll('-', '');
const made = {} as Record<'foreign' | 'own' | 'institute' | 'shared', Made>;

const share = (...documentIds: string[]) =>
  kit.call(startBulk, { as: editor, body: { selection: { documentIds }, action: { kind: 'share', isShared: true } } });

beforeAll(async () => {
  kit = await testKit();
  [editor, teacher, colleague] = await Promise.all([kit.staff(), kit.staff(WITHOUT_ALL), kit.staff(WITHOUT_ALL)]);
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Scope') } })).body;
  institute = (await kit.call<Institute>(createInstitute, { as: editor, body: { name: uniqueName('Institute') } })).body;
  for (const { id } of [teacher, colleague])
    await kit.call(setInstituteOfStaff, { as: editor, params: { staffId: id }, body: { instituteId: institute.id } });
  const named = (name: string) => ({ stem: `${word} ${name}` });
  made.foreign = await make(kit, editor, topic.documentId, named('foreign'));
  made.shared = await make(kit, editor, topic.documentId, named('shared'));
  made.institute = await make(kit, colleague, topic.documentId, named('institute'));
  made.own = await make(kit, teacher, topic.documentId, named('own'));
  await share(made.shared.documentId);
});

/** Resources below `/questions` whose `:documentId` is no question. */
const NO_QUESTION = /^\/questions\/(topics|exam-types|skills)\//;

const input = () => ({ ...sample({ topic: topic.documentId }), stem: 'Taken over' });
/** A body that would be right, for endpoints that take one; an endpoint without a line here fails. */
const BODIES: Record<string, () => unknown> = {
  'PUT /questions/questions/:documentId': () => ({ question: input() }),
  'POST /questions/questions/:documentId/share-links': () => ({ days: 7 }),
  'POST /questions/questions/:documentId/compare': () => ({ question: input() }),
  'POST /questions/questions/:documentId/revisions/:number/restore': () => ({}),
  'POST /questions/questions/:documentId/figures/dismiss': () => ({ flag: 'tooHard', dismissed: true }),
  'POST /questions/questions/:documentId/translations': () => ({ language: 'tr' }),
  'PATCH /questions/questions/:documentId/tags': () => ({ difficulty: 4 }),
  'POST /questions/questions/:documentId/review': () => ({ step: 'send' }),
  'POST /questions/questions/:documentId/review/decision': () => ({ step: 'approve' }),
};
const QUERIES: Record<string, Record<string, string>> = {
  'GET /questions/questions/:documentId/revisions/compare': { left: '1', right: '2' },
};

describe('how far somebody reaches [Q-09]', () => {
  it('shows a teacher own questions, those of the institute and shared ones, and an editor all', async () => {
    const seen = async (as: Person) =>
      (await list(kit, as, { search: word })).rows.map(({ documentId, mayChange }) => [documentId, mayChange]).sort();
    const { own, institute: ofInstitute, shared } = made;
    expect(await seen(teacher)).toEqual(
      [
        [own.documentId, true],
        [ofInstitute.documentId, true],
        [shared.documentId, false],
      ].sort(),
    );
    expect((await seen(editor)).map(([id]) => id)).toEqual(
      Object.values(made)
        .map(({ documentId }) => documentId)
        .sort(),
    );
    expect((await list(kit, teacher, { search: word })).total).toBe(3);
  });

  it('shows nobody a foreign private question, at any endpoint that takes the id of one [A1, A5]', async () => {
    const answers = mountedAnswers().filter(
      ({ endpoint: { access, path } }) =>
        access.kind === 'staff' && path.startsWith('/questions/') && path.includes(':documentId') && !NO_QUESTION.test(path),
    );
    expect(answers.length).toBeGreaterThan(4);
    const wrong: string[] = [];
    for (const { endpoint } of answers) {
      const name = `${endpoint.method} ${endpoint.path}`;
      const call = (documentId: string) =>
        kit.call<{ error?: { details?: { code?: string } } }>(endpoint, {
          as: teacher,
          params: { documentId, number: 1, id: '00000000-0000-7000-8000-000000000000' },
          query: QUERIES[name] ?? {},
          ...(endpoint.method === 'GET' || endpoint.method === 'DELETE' ? {} : { body: BODIES[name]?.() ?? {} }),
        });
      const [foreign, none] = [await call(made.foreign.documentId), await call('nothere00000000000000000')];
      const code = (reply: typeof foreign) => reply.body.error?.details?.code;
      if (foreign.status !== 404) wrong.push(`${name} → ${foreign.status} ${foreign.text.slice(0, 200)}`);
      if (foreign.status !== none.status || code(foreign) !== code(none))
        wrong.push(`${name}: a foreign question answers otherwise than none`);
    }
    expect(wrong).toEqual([]);
  });

  it('lets many questions at once reach no further', async () => {
    const documentIds = [made.foreign.documentId, made.shared.documentId];
    for (const endpoint of [publishQuestions, archiveQuestions])
      expect((await kit.call(endpoint, { as: teacher, body: { documentIds } })).body).toMatchObject({ done: 0, unchanged: 0 });
    const run = await kit.call<{ done: number; failed: number }>(startBulk, {
      as: teacher,
      body: { selection: { documentIds }, action: { kind: 'setDifficulty', difficulty: 10 } },
    });
    expect(run.body).toMatchObject({ done: 0, failed: 2 });
    const all = await kit.call<{ total: number }>(startBulk, {
      as: teacher,
      body: { selection: { filter: { search: `${word} foreign` } }, action: { kind: 'delete' } },
    });
    expect(all.body.total).toBe(0);
    const file = await kit.call(exportQuestions, { as: teacher, query: { search: word } });
    expect(file.text).not.toContain(made.foreign.code);
    expect((await kit.call(getQuestion, { as: editor, params: { documentId: made.foreign.documentId } })).body).toMatchObject({
      difficulty: 3,
      status: 'draft',
    });
  });

  it('lets a shared question be read and copied, not changed; the copy knows its origin', async () => {
    const params = { documentId: made.shared.documentId };
    expect((await kit.call(getQuestion, { as: teacher, params })).status).toBe(200);
    const refused = await kit.call(updateQuestion, { as: teacher, params, body: { question: input() } });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('questions/question-read-only');
    expect((await kit.call(deleteQuestion, { as: teacher, params })).status).toBe(403);
    const copy = await kit.call<{ documentId: string; code: string }>(copyQuestion, { as: teacher, params });
    expect(copy.status).toBe(200);
    const [row] = await kit.strapi.db
      .connection('questions_questions')
      .where({ document_id: copy.body.documentId })
      .select('origin', 'owner_id', 'institute', 'state', 'is_shared');
    expect(row).toEqual({
      origin: made.shared.documentId,
      owner_id: teacher.id,
      institute: institute.id,
      state: 'draft',
      is_shared: false,
    });
    const change = { as: teacher, params: { documentId: copy.body.documentId }, body: { question: input() } };
    expect((await kit.call(updateQuestion, change)).status).toBe(200);
  });

  it('makes what somebody imports their own and their institute’s', async () => {
    const stem = uniqueName('imported');
    const bytes = Buffer.from(`topic,question,a,b,answer\n${topic.name},${stem},1,2,A\n`);
    await importFile(kit, teacher, { name: 'own.csv', bytes });
    const [row] = await kit.strapi.db
      .connection('questions_questions')
      .where({ stem, published_at: null })
      .select('owner_id', 'institute');
    expect(row).toEqual({ owner_id: teacher.id, institute: institute.id });
  });

  it('keeps teachers out of the content manager, which knows no scope', async () => {
    const list = '/content-manager/collection-types/plugin::questions.question';
    for (const path of [list, `${list}/${made.foreign.documentId}`]) {
      const reply = await fetch(`${kit.url}${path}`, { headers: teacher.headers });
      expect([401, 403, 404]).toContain(reply.status);
    }
  });
});
