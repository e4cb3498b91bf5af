import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { createPartnerToken, listPartnerTokens, revokePartnerToken } from '@lyceum/platform/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  getPartnerImport,
  IMPORT_SCOPE,
  type ImportRow,
  listPartnerImportRows,
  type PartnerImport,
  partnerImport,
} from '../../../contract/index.ts';
import { uniqueName } from '../support.ts';

let kit: TestKit;
let admin: Person;

beforeAll(async () => {
  kit = await testKit();
  admin = await kit.staff();
});

const partner = async (): Promise<Person & { token: string }> => {
  const { body } = await kit.call<{ id: number; token: string }>(createPartnerToken, {
    as: admin,
    body: { name: uniqueName('Press'), scopes: [IMPORT_SCOPE] },
  });
  return { id: body.id, email: '', token: body.token, headers: { authorization: `Bearer ${body.token}` } };
};
const question = (code: string) => ({
  code,
  type: 'true-false',
  stem: `A knot is a mile an hour: ${code}`,
  key: { correct: ['false'] },
  topic: 'Partners',
});

describe('imports by API [Q-36]', () => {
  it('are answered at once with a batch and its address, and end with a report', async () => {
    const press = await partner();
    const [good, bad] = [uniqueName('p'), uniqueName('p')];
    const body = { questions: [question(good), { ...question(bad), key: { correct: ['maybe'] } }], defaults: { language: 'tr' } };
    const sent = await kit.call<PartnerImport>(partnerImport, { as: press, body });
    expect(sent.status, sent.text).toBe(202);
    expect(sent.body).toMatchObject({ state: 'queued', rowCount: 2 });
    expect(sent.body.statusUrl).toContain(`/api/v1/questions/imports/${sent.body.id}`);
    await kit.work();
    const params = { id: sent.body.id };
    const state = await kit.call<PartnerImport>(getPartnerImport, { as: press, params });
    expect(state.body).toMatchObject({ state: 'finished', counts: { read: 2, created: 1, failed: 1 } });
    const rows = await kit.call<{ rows: ImportRow[] }>(listPartnerImportRows, { as: press, params, query: { result: 'failed' } });
    expect(rows.body.rows).toMatchObject([{ code: bad, messages: [{ level: 'error' }] }]);
    const made = await db().one<{ state: string; owner_id: number | null; language: string }>(
      sql`SELECT state, owner_id, language FROM questions_questions WHERE code = ${good} AND published_at IS NULL`,
    );
    expect(made).toEqual({ state: 'draft', owner_id: null, language: 'tr' });
  });

  it('sent twice with one key are one batch', async () => {
    const press = await partner();
    const headers = { 'idempotency-key': uniqueName('press-key') };
    const body = { questions: [question(uniqueName('i'))] };
    const first = await kit.call<PartnerImport>(partnerImport, { as: press, body, headers });
    const second = await kit.call<PartnerImport>(partnerImport, { as: press, body, headers });
    expect(second.body.id).toBe(first.body.id);
    expect(second.status).toBe(202);
  });

  it('may change what the partner brought, and nothing else', async () => {
    const [press, other] = [await partner(), await partner()];
    const code = uniqueName('o');
    const send = async (as: Person, mode: string, stem: string) => {
      const { body } = await kit.call<PartnerImport>(partnerImport, {
        as,
        body: { questions: [{ ...question(code), stem }], mode },
      });
      await kit.work();
      return (await kit.call<PartnerImport>(getPartnerImport, { as, params: { id: body.id } })).body.counts;
    };
    expect(await send(press, 'create', `First ${code}`)).toMatchObject({ created: 1 });
    expect(await send(other, 'createOrUpdate', `Taken ${code}`)).toMatchObject({ updated: 0, failed: 1 });
    expect(await send(press, 'createOrUpdate', `Second ${code}`)).toMatchObject({ updated: 1 });
  });

  it('of another partner do not exist; without a token, with a revoked one or another scope nothing opens', async () => {
    const [press, other] = [await partner(), await partner()];
    const { body } = await kit.call<PartnerImport>(partnerImport, {
      as: press,
      body: { questions: [question(uniqueName('x'))] },
    });
    expect((await kit.call(getPartnerImport, { as: other, params: { id: body.id } })).status).toBe(404);
    expect((await kit.call(getPartnerImport, { params: { id: body.id } })).status).toBe(401);
    const wrong = { ...press, headers: { authorization: `Bearer ${press.token}x` } };
    expect((await kit.call(getPartnerImport, { as: wrong, params: { id: body.id } })).status).toBe(401);
    await db().run(sql`UPDATE activity.platform_partner_tokens SET scopes = '["other"]' WHERE id = ${other.id}`);
    expect((await kit.call(getPartnerImport, { as: other, params: { id: body.id } })).status).toBe(403);
    expect((await kit.call(revokePartnerToken, { as: admin, params: { id: press.id } })).status).toBe(200);
    expect((await kit.call(getPartnerImport, { as: press, params: { id: body.id } })).status).toBe(401);
  });

  it('are refused with the field when the body is not what the contract says', async () => {
    const press = await partner();
    const send = (body: unknown) => kit.call(partnerImport, { as: press, body });
    expect((await send({ questions: [] })).status).toBe(400);
    expect((await send({ questions: [question('a')], publish: true })).text).toContain('body.publish');
    expect((await send({ questions: ['text'] })).text).toContain('body.questions.0');
  });
});

describe('tokens of partners', () => {
  it('are shown once, kept as a hash, limited to known scopes and ended at once', async () => {
    const press = await partner();
    const list = await kit.call<{ rows: { id: number; token?: string }[]; scopes: string[] }>(listPartnerTokens, { as: admin });
    expect(list.body.scopes).toContain(IMPORT_SCOPE);
    expect(list.body.rows.find(({ id }) => id === press.id)).not.toHaveProperty('token');
    expect(list.text).not.toContain(press.token);
    const stored = await db().many(
      sql`SELECT 1 FROM activity.platform_partner_tokens t WHERE to_jsonb(t)::text LIKE ${`%${press.token.slice(4, 20)}%`}`,
    );
    expect(stored).toEqual([]);
    const refused = await kit.call(createPartnerToken, { as: admin, body: { name: 'Nobody', scopes: ['everything'] } });
    expect(refused.status).toBe(422);
    const reader = await kit.staff(['plugin::questions.import']);
    expect((await kit.call(listPartnerTokens, { as: reader })).status).toBe(403);
  });

  it('end when their days are over', async () => {
    const press = await partner();
    await db().run(
      sql`UPDATE activity.platform_partner_tokens SET expires_at = now() - interval '1 second' WHERE id = ${press.id}`,
    );
    const reply = await kit.call(partnerImport, { as: press, body: { questions: [question('late')] } });
    expect(reply.status).toBe(401);
  });
});
