import { db, inTransaction, newId, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type BulkFailure,
  type BulkRun,
  cancelBulk,
  createTopic,
  getQuestion,
  listBulkFailures,
  type Question,
  startBulk,
  type Topic,
  translateQuestion,
  undoBulk,
} from '../../../contract/index.ts';
import { findRun, insertRun } from '../../src/records/bulk.ts';
import { doNext } from '../../src/services/bulk-jobs.ts';
import { uniqueName } from '../support.ts';
import { type Made, make } from './bank.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Deleted') } })).body;
});

const get = async (documentId: string) => (await kit.call<Question>(getQuestion, { as: editor, params: { documentId } })).body;

describe('taking a deletion back [Q-06]', () => {
  it('puts back what was named twice, and leaves out a translation that was written anew meanwhile [Q-06, Q-11]', async () => {
    const [main, other] = [await make(kit, editor, topic.documentId), await make(kit, editor, topic.documentId)];
    const params = { documentId: main.documentId };
    const translate = async () =>
      (await kit.call<Made>(translateQuestion, { as: editor, params, body: { language: 'tr' } })).body;
    const old = await translate();
    // Otherwise the new translation takes the same code, which is another reason.
    await db().run(sql`UPDATE questions_questions SET code = code || '-old' WHERE document_id = ${old.documentId}`);
    const documentIds = [other.documentId, old.documentId, other.documentId];
    const body = { selection: { documentIds }, action: { kind: 'delete' } };
    const run = (await kit.call<BulkRun>(startBulk, { as: editor, body })).body;
    expect(run).toMatchObject({ total: 2, done: 2, failed: 0 });
    const anew = await translate();
    const back = await kit.call<BulkRun>(undoBulk, { as: editor, params: { id: run.id } });
    expect(back.body, back.text).toMatchObject({ done: 1, failed: 1 });
    const failed = await kit.call<{ rows: BulkFailure[] }>(listBulkFailures, { as: editor, params: { id: back.body.id } });
    expect(failed.body.rows).toMatchObject([{ documentId: old.documentId, reason: 'changedSince' }]);
    expect((await get(other.documentId)).code).toBe(other.code);
    expect((await get(anew.documentId)).language).toBe('tr');
  });
});

describe('a bulk action that was cancelled [Q-06]', () => {
  it('does nothing more, not even the part its worker was about to begin', async () => {
    const one = await make(kit, editor, topic.documentId);
    const id = newId();
    const scope = { kind: 'all', staffId: editor.id } as const;
    const action = { kind: 'setDifficulty', difficulty: 9 } as const;
    await insertRun(db(), { id, action, staffId: editor.id }, { documentIds: [one.documentId] }, scope);
    const run = await findRun(db(), id, scope);
    if (!run) throw new Error('no run');
    const cancelled = await kit.call<BulkRun>(cancelBulk, { as: editor, params: { id } });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', done: 0 });
    const actor = { kind: 'staff', id: editor.id, email: '' } as const;
    expect(await inTransaction((tx) => doNext(tx, run, actor))).toBe(false);
    expect((await get(one.documentId)).difficulty).toBe(3);
  });
});
