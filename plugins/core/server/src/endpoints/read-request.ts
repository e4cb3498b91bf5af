import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { env } from '@lyceum/config/env';
import type { CookieOptions } from '../identity.ts';
import { shared } from '../state.ts';

/** Cookies of a request; a broken escape stays as it is. */
export function readCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const raw = pair.slice(at + 1).trim();
    try {
      cookies[pair.slice(0, at).trim()] = decodeURIComponent(raw);
    } catch {
      cookies[pair.slice(0, at).trim()] = raw;
    }
  }
  return cookies;
}

/** A Set-Cookie line. Cookies are httpOnly and SameSite=Lax unless said otherwise; Secure follows the public address. */
export function writeCookie(name: string, value: string, options: CookieOptions): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, `Path=${options.path ?? '/'}`];
  if (options.maxAgeSec !== undefined) parts.push(`Max-Age=${Math.max(0, Math.round(options.maxAgeSec))}`);
  if (options.httpOnly ?? true) parts.push('HttpOnly');
  if (options.secure ?? env().server.publicUrl.startsWith('https:')) parts.push('Secure');
  parts.push(`SameSite=${{ lax: 'Lax', strict: 'Strict', none: 'None' }[options.sameSite ?? 'lax']}`);
  return parts.join('; ');
}

const plain = (address: string | undefined) => (address ?? '').replace(/^::ffff:/, '');

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** This machine, and the given addresses and ranges such as `10.0.0.0/8`. */
export function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of ['127.0.0.0/8', '::1', ...entries]) {
    const [address = '', bits] = entry.split('/');
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

const ourProxies = () => shared('trusted-proxies', () => proxyList(env().security.trustedProxies));

/**
 * The visitor's address. X-Forwarded-For counts only when a proxy we know wrote it (the site, which replaces what a
 * visitor claims), and then its last entry, which that proxy added itself.
 */
export function clientAddress(message: IncomingMessage, proxies: BlockList = ourProxies()): string {
  const peer = plain(message.socket.remoteAddress);
  const trusted = isIP(peer) !== 0 && proxies.check(peer, family(peer));
  const forwarded = message.headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').at(-1)?.trim() ?? '';
  return trusted && isIP(last) ? last : peer;
}

/** The request's id: the site's when it sent one in our form, else a new one. */
export function requestId(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[0-9a-f-]{16,40}$/.test(given) ? given : randomUUID();
}
