import type { Context } from 'koa';
import type { HttpRequest } from './http.ts';
import { clientAddress, readCookies, requestId, writeCookie } from './read-request.ts';

type RequestFacts = Pick<HttpRequest, 'id' | 'ip' | 'userAgent' | 'headers' | 'cookies' | 'setCookie' | 'setHeader'>;

/** What a handler sees of a request, the same in Strapi's stack and in the fast lane. */
export function requestFacts(ctx: Context): RequestFacts {
  const { headers } = ctx.req;
  return {
    id: requestId(headers),
    ip: clientAddress(ctx.req),
    userAgent: String(headers['user-agent'] ?? '').slice(0, 400),
    headers,
    cookies: readCookies(headers.cookie),
    setCookie: (name, value, options) => ctx.append('Set-Cookie', writeCookie(name, value, options)),
    setHeader: (name, value) => ctx.set(name, value),
  };
}
