import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyEndpoint } from '../../contract/index.ts';
import { type Person, type TestKit, testKit } from '../../testing/index.ts';
import { columnsWithoutRule, mountedAnswers } from '../src/public.ts';

let kit: TestKit;
let learner: Person;
let stranger: Person;
let powerless: Person;
beforeAll(async () => {
  kit = await testKit();
  learner = await kit.learner();
  stranger = await kit.learner();
  powerless = await kit.staff([]);
});

const NOBODY_HAS = '0198c0de-0000-7000-8000-000000000000';
/** Ids that fit every parameter's form and belong to nobody. */
const params = (endpoint: AnyEndpoint) =>
  Object.fromEntries(
    [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => [
      name,
      /slug/i.test(name ?? '') ? 'no-such-thing' : NOBODY_HAS,
    ]),
  );

/** An empty body where one may travel at all. */
const emptyBody = (endpoint: AnyEndpoint) => (endpoint.method === 'GET' ? {} : { body: {} });

const nameOf = (endpoint: AnyEndpoint) => `${endpoint.method} ${endpoint.path}`;

describe('every endpoint', () => {
  it('has one rule, and no path is mounted twice [X-03]', () => {
    const names = mountedAnswers().map(({ endpoint }) => nameOf(endpoint));
    expect(names.length).toBeGreaterThan(30);
    expect(new Set(names).size).toBe(names.length);
    for (const { endpoint } of mountedAnswers())
      expect(endpoint.access.kind, nameOf(endpoint)).toMatch(/^(public|signedIn|owner|staff|partner)$/);
  });

  it('keeps strangers out where it is not public [A5, X-03]', async () => {
    for (const { endpoint } of mountedAnswers()) {
      if (endpoint.access.kind === 'public') continue;
      const nobody = await kit.call(endpoint, { params: params(endpoint), ...emptyBody(endpoint) });
      expect(nobody.status, `${nameOf(endpoint)} for nobody`).toBe(401);
      if (endpoint.access.kind !== 'staff') continue;
      const asLearner = await kit.call(endpoint, { params: params(endpoint), ...emptyBody(endpoint), as: learner });
      expect(asLearner.status, `${nameOf(endpoint)} for a learner`).toBe(401);
      const withoutRight = await kit.call(endpoint, { params: params(endpoint), ...emptyBody(endpoint), as: powerless });
      expect(withoutRight.status, `${nameOf(endpoint)} for staff without the right`).toBe(403);
    }
  });

  it('names an unknown key of the body and refuses it [A2, X-19]', async () => {
    const boss = await kit.staff();
    for (const { endpoint } of mountedAnswers()) {
      if (!endpoint.body || endpoint.upload) continue;
      const as = endpoint.access.kind === 'staff' ? boss : endpoint.access.kind === 'public' ? undefined : learner;
      const reply = await kit.call(endpoint, {
        params: params(endpoint),
        body: { isCorrect: true },
        ...(as ? { as } : {}),
        headers: { 'idempotency-key': NOBODY_HAS },
      });
      // 404 is right where the parameter is checked before the body; 401 where a ticket or a session of its own is asked for.
      expect([400, 401, 404, 429], `${nameOf(endpoint)} gave ${reply.status} ${reply.text.slice(0, 300)}`).toContain(
        reply.status,
      );
      if (reply.status === 400) expect(reply.text, nameOf(endpoint)).toContain('isCorrect');
    }
  });

  it('answers another person’s record and a missing one the same way [A1]', async () => {
    for (const { endpoint } of mountedAnswers()) {
      if (endpoint.access.kind !== 'owner' || endpoint.method !== 'GET') continue;
      const one = await kit.call(endpoint, { params: params(endpoint), as: learner });
      const other = await kit.call(endpoint, { params: params(endpoint), as: stranger });
      expect(one.status, nameOf(endpoint)).toBe(404);
      const shape = ({ requestId: _id, ...rest }: Record<string, unknown>) => rest;
      expect(shape(one.body)).toEqual(shape(other.body));
    }
  });

  it('describes itself in OpenAPI with its rule [X-53]', async () => {
    const reply = await kit.call<{ paths: Record<string, Record<string, { 'x-access': { kind: string } }>> }>(
      mountedAnswers().find(({ endpoint }) => endpoint.path === '/v1/openapi.json')?.endpoint as AnyEndpoint,
    );
    expect(reply.status).toBe(200);
    for (const { endpoint } of mountedAnswers()) {
      if (endpoint.access.kind === 'staff') continue;
      const path = `/api${endpoint.path.replace(/:([A-Za-z]+)/g, '{$1}')}`;
      expect(reply.body.paths[path]?.[endpoint.method.toLowerCase()]?.['x-access'], path).toEqual(endpoint.access);
    }
  });

  it('carries a request id, and problems are RFC 9457 for learners and Strapi’s envelope for the admin [X-54]', async () => {
    for (const { endpoint } of mountedAnswers()) {
      if (endpoint.access.kind !== 'owner') continue;
      const reply = await kit.call(endpoint, { params: params(endpoint), ...emptyBody(endpoint) });
      expect(reply.headers.get('x-request-id'), nameOf(endpoint)).toBeTruthy();
      expect(reply.headers.get('content-type')).toContain('application/problem+json');
      expect(reply.body).toMatchObject({ status: reply.status, code: expect.stringContaining('/') });
    }
  });
});

it('every column that points to a person has an export and an erase rule [G5]', async () => {
  expect(await columnsWithoutRule()).toEqual([]);
});

it('requests from another site change nothing [A8]', async () => {
  for (const { endpoint } of mountedAnswers()) {
    if (endpoint.method === 'GET' || endpoint.access.kind === 'staff') continue;
    const reply = await kit.call(endpoint, {
      params: params(endpoint),
      body: {},
      as: learner,
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(reply.status, nameOf(endpoint)).toBe(403);
  }
});
