import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestOrigin, testOrigin } from './tests/origin.ts';

let origin: TestOrigin | undefined;
afterEach(async () => {
  await origin?.close();
  origin = undefined;
});

/** A cms that says what it got. */
const echo = (request: IncomingMessage, response: import('node:http').ServerResponse) => {
  response.setHeader('set-cookie', ['a=1; Path=/', 'b=2; Path=/; HttpOnly']);
  response.setHeader('x-powered-by', 'Strapi');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers }));
};

const told = (body: Buffer) => JSON.parse(body.toString()) as { url: string; headers: Record<string, string> };

describe('the cms behind the origin', () => {
  it('gets /api as it is, and /cms without its prefix', async () => {
    origin = await testOrigin({ cms: echo });
    expect(told((await origin.ask('/api/v1/exams?pageSize=2')).body).url).toBe('/api/v1/exams?pageSize=2');
    expect(told((await origin.ask('/cms/admin/init?x=1')).body).url).toBe('/admin/init?x=1');
    expect(told((await origin.ask('/cms/content-manager/a%2Fb')).body).url).toBe('/content-manager/a%2Fb');
    for (const path of ['/admin', '/admin/', '/admin/settings', '/cms', '/cms/']) {
      const answer = await origin.ask(path);
      expect([answer.status, answer.headers.location], path).toEqual([302, '/cms/admin']);
    }
  });

  it('keeps every cookie it sets and does not say what it is made of', async () => {
    origin = await testOrigin({ cms: echo });
    const { headers } = await origin.ask('/api/v1/platform/sign-in', { method: 'POST', body: '{}' });
    expect(headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Path=/; HttpOnly']);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('hears from us who the visitor is, never from the visitor', async () => {
    origin = await testOrigin({ cms: echo });
    const forged = {
      'x-forwarded-for': '203.0.113.9',
      'x-real-ip': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-request-id': 'forged',
    };
    const answer = await origin.ask('/api/x', { headers: forged });
    const { headers } = told(answer.body);
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': `127.0.0.1:${origin.port}`,
      'x-forwarded-proto': 'http',
    });
    expect(JSON.stringify(headers)).not.toMatch(/203\.0\.113\.9|evil|forged/);
    expect(headers['x-request-id']).toBe(answer.headers['x-request-id']);
  });

  it('hears the address that a trusted proxy saw, and nothing that stands in front of it', async () => {
    origin = await testOrigin({ cms: echo, settings: { trustedProxies: ['127.0.0.1', '10.0.0.0/8'] } });
    const seen = async (chain: string) =>
      told((await origin?.ask('/api/x', { headers: { 'x-forwarded-for': chain } }))?.body ?? Buffer.from('{}')).headers[
        'x-forwarded-for'
      ];
    expect(await seen('203.0.113.9')).toBe('203.0.113.9');
    expect(await seen('1.1.1.1, 203.0.113.9, 10.1.2.3')).toBe('203.0.113.9');
    expect(await seen('2001:db8::1')).toBe('2001:db8::1');
    expect(await seen('not an address')).toBe('127.0.0.1');
  });

  it('streams an upload of 100 MB without holding it', async () => {
    const hash = createHash('sha256');
    let received = 0;
    let mostHeld = 0;
    origin = await testOrigin({
      cms: (request, response) => {
        request.on('data', (chunk: Buffer) => {
          received += chunk.length;
          hash.update(chunk);
          mostHeld = Math.max(mostHeld, sent - received);
        });
        request.on('end', () => response.end(hash.digest('hex')));
      },
    });
    const piece = Buffer.alloc(1024 * 1024, 'lyceum');
    const expected = createHash('sha256');
    let sent = 0;
    const { port } = origin;
    const answer = await new Promise<string>((resolve, reject) => {
      const upload = httpRequest({ port, host: '127.0.0.1', path: '/cms/upload', method: 'POST' }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => resolve(text));
      });
      upload.on('error', reject);
      const write = () => {
        while (sent < 100 * piece.length) {
          sent += piece.length;
          expected.update(piece);
          if (!upload.write(piece)) {
            upload.once('drain', write);
            return;
          }
        }
        upload.end();
      };
      write();
    });
    expect(answer).toBe(expected.digest('hex'));
    expect(received).toBe(100 * 1024 * 1024);
    // Sockets hold a few megabytes; a proxy that buffered would hold nearly all.
    expect(mostHeld).toBeLessThan(40 * 1024 * 1024);
  });

  it('gives uploads out as what they are and lets them do nothing [X-20]', async () => {
    origin = await testOrigin({
      cms: (request, response) => {
        const type = request.url?.endsWith('.png') === true ? 'image/png' : 'text/html';
        response
          .writeHead(200, { 'content-type': type, 'content-security-policy': "script-src 'unsafe-inline'", 'set-cookie': 'x=1' })
          .end('<script>alert(1)</script>');
      },
    });
    for (const path of ['/uploads/a.html', '/cms/uploads/a.html']) {
      const { headers } = await origin.ask(path);
      expect(headers['content-security-policy']).toContain('sandbox');
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-disposition': 'attachment' });
      expect(headers['set-cookie']).toBeUndefined();
    }
    expect((await origin.ask('/uploads/a.png')).headers['content-disposition']).toBeUndefined();
  });

  it('that is down ends in a clear refusal, and in a page for people', async () => {
    origin = await testOrigin({});
    const api = await origin.ask('/api/v1/exams', { method: 'POST', body: 'x'.repeat(1_000_000) });
    expect([api.status, api.headers['content-type'], api.headers['retry-after']]).toEqual([503, 'application/problem+json', '2']);
    expect(JSON.parse(api.body.toString())).toMatchObject({
      code: 'core/unavailable',
      status: 503,
      requestId: api.headers['x-request-id'],
    });
    const admin = await origin.ask('/cms/admin');
    expect([admin.status, admin.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
  });

  it('that dies in the middle of an answer cuts the answer instead of ending it', async () => {
    origin = await testOrigin({
      cms: (request, response) => {
        response.writeHead(200, { 'content-length': 1_000 }).write('half');
        setTimeout(() => request.socket.destroy(), 20);
      },
    });
    await expect(origin.ask('/api/x')).rejects.toThrow();
    expect((await origin.ask('/health')).status).toBe(200);
  });

  it('speaks over sockets, behind the same check of the host', async () => {
    origin = await testOrigin({
      cms: (_request, response) => void response.end(),
      sockets: (request, socket) => {
        socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
        socket.on('data', (chunk: Buffer) =>
          socket.write(`echo:${chunk.toString()} ${request.url} ${request.headers['x-forwarded-for']}`),
        );
        socket.on('end', () => socket.end());
        socket.on('error', () => socket.destroy());
      },
    });
    const { port } = origin;
    const talk = (host: string, path: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(
            `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGVzdA==\r\n\r\n`,
          );
        });
        let text = '';
        socket.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.includes('echo:')) socket.end();
          else if (text.startsWith('HTTP/1.1 101') && text.includes('\r\n\r\n')) socket.write('hello');
        });
        socket.on('close', () => resolve(text));
        socket.on('error', () => resolve(text));
      });
    expect(await talk(`127.0.0.1:${port}`, '/api/socket')).toContain('echo:hello /api/socket 127.0.0.1');
    expect(await talk(`127.0.0.1:${port}`, '/cms/socket.io/?a=b')).toContain('echo:hello /socket.io/?a=b 127.0.0.1');
    expect(await talk('evil.example', '/api/socket')).toContain('404 Not Found');
    expect(await talk(`127.0.0.1:${port}`, '/exams')).toContain('404 Not Found');
  });
});
