import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { env } from '@lyceum/config/env';
import type { CookieOptions } from '../identity.ts';

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

/**
 * The visitor's address. X-Forwarded-For counts only when a proxy we know wrote it, and then its last entry,
 * which that proxy added itself.
 */
export function clientAddress(message: IncomingMessage): string {
  const peer = plain(message.socket.remoteAddress);
  const trusted = peer === '127.0.0.1' || peer === '::1' || env().security.trustedProxies.includes(peer);
  const forwarded = message.headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').at(-1)?.trim() ?? '';
  return trusted && isIP(last) ? last : peer;
}

/** The request's id: the site's when it sent one in our form, else a new one. */
export function requestId(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[0-9a-f-]{16,40}$/.test(given) ? given : randomUUID();
}
