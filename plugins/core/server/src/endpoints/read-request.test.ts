import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clientAddress, proxyList, readCookies } from './read-request.ts';

function from(peer: string, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: peer });
  const message = new IncomingMessage(socket);
  if (forwarded !== undefined) message.headers['x-forwarded-for'] = forwarded;
  return message;
}

describe('the visitor’s address', () => {
  const proxies = proxyList(['172.16.0.0/12', '2001:db8::1']);
  const addressOf = (peer: string, forwarded: string) => clientAddress(from(peer, forwarded), proxies);

  it('is believed from the site beside us and from named proxies, ranges included', () => {
    expect(addressOf('127.0.0.1', '203.0.113.7')).toBe('203.0.113.7');
    expect(addressOf('::ffff:127.0.0.1', '10.0.0.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(addressOf('172.18.0.5', '203.0.113.9')).toBe('203.0.113.9');
    expect(addressOf('2001:db8::1', '2001:db8::42')).toBe('2001:db8::42');
  });

  it('is the peer’s own where anybody else claims another, or claims nonsense [A9]', () => {
    expect(addressOf('198.51.100.2', '203.0.113.7')).toBe('198.51.100.2');
    expect(addressOf('172.32.0.1', '203.0.113.7')).toBe('172.32.0.1');
    expect(addressOf('127.0.0.1', 'not-an-address')).toBe('127.0.0.1');
  });
});

it('reads cookies and leaves a broken escape as it is', () => {
  expect(readCookies('a=1; b=x%20y; c=%E0%A4%A')).toEqual({ a: '1', b: 'x y', c: '%E0%A4%A' });
});
