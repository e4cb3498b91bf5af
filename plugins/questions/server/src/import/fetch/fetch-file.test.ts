import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchFile, internet, type Network } from './fetch-file.ts';
import { isPublicAddress } from './public-address.ts';

const LIMITS = { maxBytes: 1_000, timeoutMs: 2_000 };
let server: Server;
let port: number;
/** Addresses that were really connected to. */
let connected: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (pathname === '/large') response.end(Buffer.alloc(5_000));
    else if (pathname === '/claims') response.writeHead(200, { 'content-length': '99999' }).flushHeaders();
    else if (pathname === '/slow') setTimeout(() => response.end('late'), 5_000).unref();
    else if (pathname === '/missing') response.writeHead(404).end();
    else if (pathname === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (pathname === '/once') response.writeHead(302, { location: 'https://files.example/good' }).end();
    else if (pathname.startsWith('/to/')) response.writeHead(302, { location: decodeURIComponent(pathname.slice(4)) }).end();
    else response.end('bytes');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** Names that lead to addresses; whatever is let through lands at the server above, without TLS. */
const network = (names: Record<string, string[]>): Network => ({
  lookup: async (host) => {
    const found = names[host];
    if (!found) throw new Error('ENOTFOUND');
    return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  },
  isAllowed: isPublicAddress,
  request: ({ path, signal, headers, lookup, hostname }) => {
    lookup?.(hostname ?? '', {}, (_error, address) => connected.push(String(address)));
    return httpRequest({ host: '127.0.0.1', port, path, signal, headers });
  },
});
const good = network({ 'files.example': ['93.184.215.14'], 'other.example': ['93.184.215.15'] });
const fetchWith = (address: string, names: Network = good) => {
  connected = [];
  return fetchFile(address, LIMITS, names);
};

describe('what is fetched from addresses [Q-27, W8]', () => {
  it('is a file of the public internet, from exactly the address that was checked', async () => {
    expect(await fetchWith('https://files.example/good')).toEqual({ bytes: Buffer.from('bytes') });
    expect(connected).toEqual(['93.184.215.14']);
    expect(await fetchWith('https://files.example/once')).toEqual({ bytes: Buffer.from('bytes') });
  });

  it.each([
    'http://files.example/good',
    'ftp://files.example/good',
    'file:///etc/passwd',
    'gopher://files.example/',
    'https://files.example:8443/good',
    'https://user:secret@files.example/good',
    'not an address',
    'https://',
  ])('is never %s', async (address) => {
    expect(await fetchWith(address)).toEqual({ refused: 'address' });
    expect(connected).toEqual([]);
  });

  it.each([
    'https://127.0.0.1/x',
    'https://127.1/x',
    'https://2130706433/x',
    'https://0177.0.0.1/x',
    'https://0x7f000001/x',
    'https://0/x',
    'https://10.1.2.3/x',
    'https://172.16.0.1/x',
    'https://192.168.1.1/x',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[::ffff:7f00:1]/x',
    'https://[fc00::1]/x',
    'https://[fe80::1]/x',
    'https://[64:ff9b::7f00:1]/x',
    'https://[2002:7f00:1::]/x',
    'https://224.0.0.1/x',
  ])('is nothing behind %s', async (address) => {
    expect(await fetchWith(address)).toEqual({ refused: 'privateAddress' });
    expect(connected).toEqual([]);
  });

  it('is nothing behind a name that leads into a private network, even beside a public address', async () => {
    for (const addresses of [['127.0.0.1'], ['93.184.215.14', '10.0.0.1'], ['fd00::1']]) {
      expect(await fetchWith('https://inside.example/x', network({ 'inside.example': addresses }))).toEqual({
        refused: 'privateAddress',
      });
      expect(connected).toEqual([]);
    }
  });

  it('asks for a name once: what it leads to a moment later does not matter', async () => {
    let asked = 0;
    const changing: Network = {
      ...good,
      lookup: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '93.184.215.14' : '127.0.0.1', family: 4 }];
      },
    };
    expect(await fetchWith('https://files.example/good', changing)).toEqual({ bytes: Buffer.from('bytes') });
    expect(connected).toEqual(['93.184.215.14']);
    expect(asked).toBe(1);
  });

  it.each([
    ['https://127.0.0.1/', 'privateAddress'],
    ['http://files.example/good', 'address'],
    ['file:///etc/passwd', 'address'],
    ['https://nowhere.example/', 'unanswered'],
  ])('follows a redirect only where it could have gone at once: %s', async (target, refused) => {
    expect(await fetchWith(`https://files.example/to/${encodeURIComponent(target)}`)).toEqual({ refused });
    expect(connected).toEqual(['93.184.215.14']);
  });

  it.each([
    ['/large', 'tooLarge'],
    ['/claims', 'tooLarge'],
    ['/slow', 'timedOut'],
    ['/missing', 'unanswered'],
    ['/loop', 'unanswered'],
  ])('ends at its limits: %s is %s', async (path, refused) => {
    expect(await fetchWith(`https://files.example${path}`)).toEqual({ refused });
  });

  it('says so when nobody answers, and throws nothing', async () => {
    expect(await fetchWith('https://unknown.example/x')).toEqual({ refused: 'unanswered' });
    expect(await fetchFile('https://localhost/x', LIMITS, internet)).toEqual({ refused: 'privateAddress' });
  });
});
