import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { HINT_HEADER, writeHint } from './cache/cache-hint.ts';
import { compress } from './encoding.ts';
import type { SiteHandler } from './render-page.ts';
import { type TestOrigin, testOrigin } from './tests/origin.ts';

let origin: TestOrigin | undefined;
afterEach(async () => {
  await origin?.close();
  origin = undefined;
});

const hint = (tags: string[]) => ({ [HINT_HEADER]: writeHint({ maxAgeSec: 60, swrSec: 60, tags }) });
const PUBLIC_HTML = `<!doctype html><p>${'The same for everybody. '.repeat(200)}</p>`;

/** `/public` is for everybody, everything else for one reader. */
function site(seen: { url: string; cookie: string | undefined; host: string | undefined }[] = []): SiteHandler {
  return (request, response) => {
    const url = request.url ?? '';
    seen.push({ url, cookie: request.headers.cookie, host: request.headers.host });
    if (url.startsWith('/public')) response.writeHead(200, { 'content-type': 'text/html', ...hint(['public']) }).end(PUBLIC_HTML);
    else
      response
        .writeHead(200, { 'content-type': 'text/html', 'set-cookie': ['a=1', 'b=2'] })
        .end(`<p>${request.headers.cookie ?? 'nobody'} ${'x'.repeat(2_000)}</p>`);
  };
}

describe('a public page', () => {
  it('is rendered once, without cookies, and is the same for a visitor who is signed in', async () => {
    const seen: { url: string; cookie: string | undefined; host: string | undefined }[] = [];
    origin = await testOrigin({ site: site(seen) });
    const first = await origin.ask('/public', { headers: { cookie: 'lyceum_access=secret', 'accept-language': 'tr' } });
    const second = await origin.ask('/public?utm_source=mail');
    expect(first.body.toString()).toBe(PUBLIC_HTML);
    expect(second.body).toEqual(first.body);
    expect(seen).toEqual([{ url: '/public', cookie: undefined, host: `127.0.0.1:${origin.port}` }]);
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(first.headers[HINT_HEADER]).toBeUndefined();
    expect(first.headers['set-cookie']).toBeUndefined();
  });

  it('comes compressed as the visitor likes it, and as 304 where the visitor has it', async () => {
    origin = await testOrigin({ site: site() });
    const br = await origin.ask('/public', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    const gz = await origin.ask('/public', { headers: { 'accept-encoding': 'gzip' } });
    const refused = await origin.ask('/public', { headers: { 'accept-encoding': 'br;q=0, gzip;q=0' } });
    expect([br.headers['content-encoding'], gz.headers['content-encoding'], refused.headers['content-encoding']]).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    expect(brotliDecompressSync(br.body).toString()).toBe(PUBLIC_HTML);
    expect(gunzipSync(gz.body).toString()).toBe(PUBLIC_HTML);
    expect(br.body.length).toBeLessThan(PUBLIC_HTML.length / 10);
    expect(br.headers.vary).toBe('Accept-Encoding');
    const again = await origin.ask('/public', { headers: { 'if-none-match': br.headers.etag } });
    expect([again.status, again.body.length, again.headers['x-content-type-options']]).toEqual([304, 0, 'nosniff']);
    const head = await origin.ask('/public', { method: 'HEAD' });
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(PUBLIC_HTML.length)]);
  });

  it('is not kept under an address with an unknown query', async () => {
    const seen: { url: string; cookie: string | undefined; host: string | undefined }[] = [];
    origin = await testOrigin({ site: site(seen) });
    await origin.ask('/public?search=a');
    await origin.ask('/public?search=a');
    expect(seen.map(({ url }) => url)).toEqual(['/public?search=a', '/public?search=a']);
  });
});

describe('a page for one reader', () => {
  it('is rendered for that reader, compressed, and kept nowhere', async () => {
    origin = await testOrigin({ site: site() });
    for (const name of ['ada', 'alan']) {
      const page = await origin.ask('/today', { headers: { cookie: `me=${name}`, 'accept-encoding': 'br' } });
      expect(brotliDecompressSync(page.body).toString()).toContain(`me=${name}`);
      expect(page.headers['cache-control']).toBe('private, no-store');
      expect(page.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    }
  });

  it('gets the body of a form', async () => {
    origin = await testOrigin({
      site: async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        response.writeHead(303, { location: '/done' }).end(Buffer.concat(chunks));
      },
    });
    const answer = await origin.ask('/sign-in', {
      method: 'POST',
      body: 'email=a',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([answer.status, answer.headers.location, answer.body.toString()]).toEqual([303, '/done', 'email=a']);
  });

  it('that cannot reach the cms says so in its language, and when to come back', async () => {
    origin = await testOrigin({ site: (_request, response) => void response.writeHead(503).end() });
    for (const [path, lang] of [
      ['/today', 'en'],
      ['/tr/today', 'tr'],
      ['/ar/today', 'ar'],
    ] as const) {
      const page = await origin.ask(path);
      expect([page.status, page.headers['retry-after'], page.headers['cache-control']]).toEqual([503, '5', 'no-store']);
      expect(page.body.toString()).toContain(`<html lang="${lang}"`);
    }
  });

  it('that breaks is answered and leaves the process up', async () => {
    origin = await testOrigin({
      site: () => {
        throw new Error('broken');
      },
    });
    expect((await origin.ask('/today')).status).toBe(503);
    expect((await origin.ask('/health')).status).toBe(200);
  });
});

describe('the origin', () => {
  it('answers for no other host than its own [A10]', async () => {
    origin = await testOrigin({});
    for (const host of ['evil.example', `evil.example:${origin.port}`, '127.0.0.1']) {
      expect((await origin.ask('/', { headers: { host } })).status).toBe(421);
    }
    const alias = await origin.ask('/exams?kind=practice', {
      headers: { host: `localhost:${origin.port}`, 'sec-fetch-mode': 'navigate' },
    });
    expect([alias.status, alias.headers.location]).toEqual([302, `http://127.0.0.1:${origin.port}/exams?kind=practice`]);
    expect((await origin.ask('/health', { headers: { host: '10.0.0.7' } })).status).toBe(200);
  });

  it('sends the security headers with every answer of its own [X-20]', async () => {
    origin = await testOrigin({ site: site(), files: { '_astro/a.js': 'x' } });
    for (const path of ['/public', '/today', '/_astro/a.js']) {
      const { headers } = await origin.ask(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("style-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|style-src [^;]*unsafe/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  it('asks for https where people reach it over https', async () => {
    origin = await testOrigin({ settings: { isSecure: true } });
    const { headers } = await origin.ask('/');
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });

  it('serves the files of the build, the compressed copy where there is one, and nothing outside', async () => {
    const script = 'console.log(1);'.repeat(100);
    const { br } = await compress(Buffer.from(script), 'best');
    origin = await testOrigin({
      site: (_q, response) => void response.writeHead(404).end('no page'),
      files: { '_astro/a.abc.js': script, '_astro/a.abc.js.br': br, 'mark.svg': '<svg/>' },
    });
    const file = await origin.ask('/_astro/a.abc.js', { headers: { 'accept-encoding': 'br' } });
    expect(brotliDecompressSync(file.body).toString()).toBe(script);
    expect(file.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    });
    expect((await origin.ask('/_astro/a.abc.js', { headers: { 'if-none-match': file.headers.etag } })).status).toBe(304);
    expect((await origin.ask('/mark.svg')).headers['cache-control']).toBe('public, max-age=3600');
    for (const path of [
      '/../package.json',
      '/_astro/../../package.json',
      '/%2e%2e/package.json',
      '/_astro/a.abc.js.br',
      '//evil.example/x',
      '/\\evil',
    ]) {
      expect((await origin.ask(path)).status, path).toBe(404);
    }
  });

  it('logs no query, no address and no cookie [A7]', async () => {
    origin = await testOrigin({ site: site() });
    await origin.ask('/reset-password?token=SECRET', {
      headers: { cookie: 'lyceum_access=SECRET', referer: 'https://x/?SECRET', 'x-forwarded-for': '203.0.113.9' },
    });
    expect(origin.logged.at(-1)).toMatchObject({
      msg: 'request',
      method: 'GET',
      path: '/reset-password',
      status: 200,
      requestId: expect.any(String),
    });
    expect(JSON.stringify(origin.logged)).not.toMatch(/SECRET|203\.0\.113|127\.0\.0\.1/);
  });

  it('finishes what is under way when it is stopped, and says that it is no longer ready [C12]', async () => {
    const gate: { open?: () => void } = {};
    const held = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    origin = await testOrigin({
      site: async (_request, response) => {
        await held;
        response.writeHead(200, { 'content-type': 'text/html' }).end('done');
      },
    });
    const { ask, site: running } = origin;
    const slow = ask('/slow?x');
    const slower = ask('/slower?x');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = running.stop(5_000);
    await expect(ask('/')).rejects.toThrow();
    gate.open?.();
    const answers = await Promise.all([slow, slower]);
    expect(answers.map(({ status, body }) => [status, body.toString()])).toEqual([
      [200, 'done'],
      [200, 'done'],
    ]);
    await stopped;
  });
});
