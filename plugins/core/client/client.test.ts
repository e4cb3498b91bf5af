import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint, everyone, owner, staff } from '../contract/endpoint.ts';
import { ApiProblem, createClient, endpointUrl, isApiProblem } from './index.ts';

const readThing = defineEndpoint({
  method: 'GET',
  path: '/v1/things/:thingId',
  summary: 'One thing',
  access: everyone,
  params: z.strictObject({ thingId: z.string() }),
  query: z.strictObject({ page: z.number().optional(), tags: z.array(z.string()).optional() }),
  reply: z.object({ name: z.string() }),
});
const makeThing = defineEndpoint({
  method: 'POST',
  path: '/v1/things',
  summary: 'Make a thing',
  access: owner('thing'),
  idempotent: true,
  body: z.strictObject({ name: z.string() }),
  reply: z.object({ id: z.string() }),
});
const listThings = defineEndpoint({
  method: 'GET',
  path: '/things',
  summary: 'All',
  access: staff('plugin::x.y'),
  reply: z.object({}),
});
const forget = defineEndpoint({ method: 'DELETE', path: '/v1/things', summary: 'Forget', access: everyone, reply: z.void() });

type Seen = { url: string; init: RequestInit };

function clientOf(
  answer: (seen: Seen) => Response | Promise<Response>,
  options: { checkReplies?: boolean; timeoutMs?: number } = {},
) {
  const seen: Seen[] = [];
  const fetch = (async (url: string, init: RequestInit = {}) => {
    seen.push({ url, init });
    return answer({ url, init });
  }) as typeof globalThis.fetch;
  return { seen, ...createClient({ baseUrl: 'http://cms.test', fetch, ...options }) };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const problemOf = async (work: Promise<unknown>): Promise<ApiProblem> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isApiProblem(error)) throw new Error('expected an ApiProblem');
  return error;
};

describe('an address', () => {
  it('is made from path, parameters and query', () => {
    expect(
      endpointUrl('', readThing, { params: { thingId: 'a/b c' }, query: { page: 2, tags: ['x', 'y&z'], sort: undefined } }),
    ).toBe('/api/v1/things/a%2Fb%20c?page=2&tags=x&tags=y%26z');
    expect(endpointUrl('http://h/api/', readThing, { params: { thingId: '1' } })).toBe('http://h/api/v1/things/1');
    expect(endpointUrl('http://h', listThings)).toBe('http://h/things');
  });

  it('never climbs to another route by a parameter', () => {
    for (const thingId of ['..', '.', '', undefined]) {
      expect(() => endpointUrl('', readThing, { params: { thingId } })).toThrow(ApiProblem);
    }
  });
});

describe('a call', () => {
  it('sends JSON with a key of its own where the endpoint needs one, and gives back the reply', async () => {
    const { call, seen } = clientOf(() => json({ id: '7' }));
    await expect(call(makeThing, { body: { name: 'n' } })).resolves.toEqual({ id: '7' });
    await call(makeThing, { body: { name: 'n' }, idempotencyKey: 'press-1' });
    const keys = seen.map(({ init }) => new Headers(init.headers).get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe('press-1');
    expect(seen[0]?.init).toMatchObject({ method: 'POST', body: '{"name":"n"}' });
  });

  it('takes an empty answer', async () => {
    await expect(clientOf(() => new Response(null, { status: 204 })).call(forget)).resolves.toBeUndefined();
  });

  it('throws the problem the server gave, with its code, fields and request id', async () => {
    const document = {
      type: 'about:blank',
      title: 'No',
      status: 409,
      code: 'things/taken',
      errors: [{ path: 'name', message: 'is taken' }],
    };
    const { call } = clientOf(() =>
      json(document, 409, { 'content-type': 'application/problem+json', 'x-request-id': 'r-1', 'retry-after': '3' }),
    );
    const problem = await problemOf(call(makeThing, { body: { name: 'n' } }));
    expect(problem).toMatchObject({
      status: 409,
      retryAfterSec: 3,
      problem: { code: 'things/taken', requestId: 'r-1', errors: document.errors },
    });
  });

  it('makes a problem of an answer that came from something in between', async () => {
    const gateway = await problemOf(clientOf(() => new Response('<h1>Bad gateway</h1>', { status: 502 })).call(forget));
    expect(gateway.problem).toMatchObject({ status: 502, code: 'core/unavailable' });
    const envelope = await problemOf(
      clientOf(() => json({ data: null, error: { status: 403, name: 'ForbiddenError', message: 'Forbidden' } }, 403)).call(
        forget,
      ),
    );
    expect(envelope.problem).toMatchObject({ status: 403, code: 'core/forbidden', detail: 'Forbidden' });
    const broken = await problemOf(
      clientOf(() => new Response('{', { headers: { 'content-type': 'application/json' } })).call(forget),
    );
    expect(broken.problem.code).toBe('client/unreadable');
  });

  it('says that no answer came, and that it came too late', async () => {
    const offline = await problemOf(clientOf(() => Promise.reject(new TypeError('fetch failed'))).call(forget));
    expect(offline).toMatchObject({ status: 0, problem: { code: 'client/offline' } });
    const hanging = ({ init }: Seen) =>
      new Promise<Response>((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    const late = await problemOf(clientOf(hanging, { timeoutMs: 10 }).call(forget));
    expect(late.problem.code).toBe('client/timed-out');
  });

  it('ends with the caller’s own reason when the caller aborts', async () => {
    const leave = new AbortController();
    const { call } = clientOf(
      ({ init }) => new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
    );
    const ended = call(forget, { signal: leave.signal });
    leave.abort(new Error('left the page'));
    await expect(ended).rejects.toThrow('left the page');
  });

  it('checks the reply where it is asked to', async () => {
    const { call } = clientOf(() => json({ name: 5 }), { checkReplies: true });
    expect((await problemOf(call(readThing, { params: { thingId: '1' } }))).problem.code).toBe('client/unreadable');
    await expect(clientOf(() => json({ name: 5 })).call(readThing, { params: { thingId: '1' } })).resolves.toEqual({ name: 5 });
  });
});
