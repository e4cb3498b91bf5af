import { env } from '@lyceum/config/env';
import { type CallArguments, type CallOptions, createClient } from '@lyceum/core/client';
import type { AnyEndpoint, ReplyOf } from '@lyceum/core/contract';
import { latestOfEach, withSetCookies } from './visitor-cookies.ts';

/** What a page knows about the person it is for; `Astro` is one. */
export type Visitor = { readonly request: Request; readonly locals: App.Locals };

const TIMEOUT_MS = 10_000;
/** Witnesses of where a form was sent from: the cms judges them, whoever passes them on [A8]. */
const WITNESSES = ['origin', 'sec-fetch-site'];

/**
 * The one way from a page to the cms. With a visitor the call is made as that person, from their address, and the cookies the
 * cms sets go out with the page; without one it is made as nobody, which is right for pages that are the same for everybody.
 * @throws ApiProblem
 */
export function call<E extends AnyEndpoint>(endpoint: E, ...args: [...CallArguments<E>, visitor?: Visitor]): Promise<ReplyOf<E>>;
export function call(endpoint: AnyEndpoint, options?: CallOptions<AnyEndpoint>, visitor?: Visitor): Promise<unknown> {
  const client = createClient({
    baseUrl: env().server.cmsUrl,
    timeoutMs: TIMEOUT_MS,
    checkReplies: true,
    ...(visitor === undefined ? {} : { headers: headersOf(visitor), onResponse: (response) => keepCookies(visitor, response) }),
  });
  return client.call(endpoint, options);
}

function headersOf({ request, locals }: Visitor): Record<string, string> {
  const headers: Record<string, string> = {
    'x-request-id': locals.requestId,
    'x-forwarded-proto': env().server.isSecure ? 'https' : 'http',
  };
  const set = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') headers[name] = value;
  };
  set('cookie', locals.cookieHeader);
  set('x-forwarded-for', locals.visitorAddress);
  set('user-agent', request.headers.get('user-agent'));
  set('accept-language', locals.locale);
  // A page that is only read makes its calls on its own account.
  if (request.method !== 'GET' && request.method !== 'HEAD') for (const name of WITNESSES) set(name, request.headers.get(name));
  return headers;
}

function keepCookies({ locals }: Visitor, response: Response): void {
  const lines = response.headers.getSetCookie();
  locals.setCookies = latestOfEach([...locals.setCookies, ...lines]);
  locals.cookieHeader = withSetCookies(locals.cookieHeader, lines);
}
