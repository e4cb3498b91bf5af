import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint, defineSettings, everyone, getSettings, putSettings } from '../../contract/index.ts';
import { type Person, type TestKit, testKit } from '../../testing/index.ts';
import type { RawRequest } from '../src/endpoints/http.ts';
import { once } from '../src/endpoints/idempotency.ts';
import type { Actor } from '../src/identity.ts';
import { db, inTransaction, registerSettings, settings, sql } from '../src/public.ts';

let kit: TestKit;
let boss: Person;
beforeAll(async () => {
  kit = await testKit();
  boss = await kit.staff();
});

describe('settings', () => {
  const definition = defineSettings(
    'samplesettings',
    'Sample',
    z.object({
      graceSec: z.number().int().min(0).max(60).default(10).describe('Seconds after the end.'),
      isOpen: z.boolean().default(false).describe('Whether it is open.'),
    }),
  );
  registerSettings(definition);
  const params = { plugin: 'samplesettings' };

  it('have defaults, are changed within their limits, and keep who changed what before [X-44]', async () => {
    const before = await kit.call<{ values: object; defaults: object; history: unknown[] }>(getSettings, { params, as: boss });
    expect(before.body).toMatchObject({ values: { graceSec: 10, isOpen: false }, defaults: { graceSec: 10 }, history: [] });
    const changed = await kit.call(putSettings, { params, body: { values: { graceSec: 25 } }, as: boss });
    expect(changed.body).toEqual({ values: { graceSec: 25, isOpen: false } });
    expect(await settings(definition).get()).toEqual({ graceSec: 25, isOpen: false });
    const after = await kit.call<{ history: unknown[] }>(getSettings, { params, as: boss });
    expect(after.body.history).toMatchObject([{ field: 'graceSec', before: 10, after: 25, changedBy: `staff:${boss.id}` }]);
  });

  it('refuse a value outside its limits and an unknown name, each by name, and change nothing [X-44, X-19]', async () => {
    const tooMuch = await kit.call(putSettings, { params, body: { values: { graceSec: 61 } }, as: boss });
    expect(tooMuch.status).toBe(400);
    expect(tooMuch.text).toContain('graceSec');
    const unknown = await kit.call(putSettings, { params, body: { values: { graceSecs: 5 } }, as: boss });
    expect(unknown.status).toBe(400);
    expect(unknown.text).toContain('graceSecs');
    expect((await settings(definition).get()).graceSec).toBe(25);
  });
});

describe('a repeated request with one key', () => {
  const endpoint = defineEndpoint({
    method: 'POST',
    path: '/v1/test/once',
    summary: 'test',
    access: everyone,
    idempotent: true,
    reply: z.object({ n: z.number() }),
  });
  const ann: Actor = { kind: 'learner', id: 900_001, sessionId: 'a', roles: [] };
  const bob: Actor = { kind: 'learner', id: 900_002, sessionId: 'b', roles: [] };
  const raw = (key: string | undefined, body: unknown): RawRequest => ({
    method: 'POST',
    url: endpoint.path,
    params: {},
    query: {},
    body,
    staff: undefined,
    http: {
      id: randomUUID(),
      ip: '127.0.0.1',
      userAgent: 'test',
      headers: key === undefined ? {} : { 'idempotency-key': key },
      cookies: {},
      file: undefined,
      files: {},
      setCookie: () => undefined,
      setHeader: () => undefined,
      respond: () => undefined,
    },
  });

  it('acts once, also when both arrive together, and gives both the same answer [R9]', async () => {
    let runs = 0;
    const work = async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { n: runs };
    };
    const request = raw(randomUUID(), { a: 1 });
    const answers = await Promise.all([once(endpoint, ann, request, work), once(endpoint, ann, request, work)]);
    expect(answers).toEqual([{ n: 1 }, { n: 1 }]);
    expect(await once(endpoint, ann, request, work)).toEqual({ n: 1 });
    expect(runs).toBe(1);
  });

  it('is refused with another body, is another request for another person, and a new one after a day [R9]', async () => {
    const key = randomUUID();
    await once(endpoint, ann, raw(key, { a: 1 }), async () => ({ n: 1 }));
    await expect(once(endpoint, ann, raw(key, { a: 2 }), async () => ({ n: 2 }))).rejects.toMatchObject({
      problem: { status: 422 },
    });
    expect(await once(endpoint, bob, raw(key, { a: 1 }), async () => ({ n: 7 }))).toEqual({ n: 7 });
    await db().run(sql`UPDATE activity.core_idempotency_keys SET made_at = now() - interval '25 hours' WHERE key = ${key}`);
    expect(await once(endpoint, ann, raw(key, { a: 2 }), async () => ({ n: 3 }))).toEqual({ n: 3 });
  });

  it('keeps nothing when the work is rolled back, so that it can be tried again', async () => {
    const key = randomUUID();
    const failing = once(endpoint, ann, raw(key, {}), () => inTransaction(async () => Promise.reject(new Error('broken'))));
    await expect(failing).rejects.toThrow('broken');
    expect(await once(endpoint, ann, raw(key, {}), async () => ({ n: 1 }))).toEqual({ n: 1 });
  });

  it('needs its key', async () => {
    await expect(once(endpoint, ann, raw(undefined, {}), async () => ({ n: 1 }))).rejects.toMatchObject({
      problem: { status: 400 },
    });
  });
});
