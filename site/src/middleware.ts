import { defineMiddleware } from 'astro:middleware';
import { randomUUID } from 'node:crypto';
import { clientProblems, isApiProblem } from '@lyceum/core/client';
import { toSignIn } from './features/account/session-gate.ts';
import { directionOf, localeOf } from './i18n/locales.ts';

/** No answer came from the cms. */
const UNREACHABLE: ReadonlySet<string> = new Set([clientProblems.offline.code, clientProblems.timedOut.code]);

/** Gives every page its language and its visitor, and turns what the cms refused into the page that says so. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, request, url } = context;
  locals.requestId ??= randomUUID();
  locals.locale = localeOf(url.pathname);
  locals.direction = directionOf(locals.locale);
  locals.cookieHeader = request.headers.get('cookie') ?? '';
  locals.setCookies = [];
  const response = await answer(context, next);
  for (const line of locals.setCookies) response.headers.append('set-cookie', line);
  return response;
});

type Answer = Parameters<typeof onRequest>;

async function answer(context: Answer[0], next: Answer[1]): Promise<Response> {
  try {
    return await next();
  } catch (error) {
    if (!isApiProblem(error)) throw error;
    const { status, problem } = error;
    if (status === 401 && context.request.method === 'GET') return toSignIn(context);
    if (status === 404) return context.rewrite('/404');
    const { requestId, log } = context.locals;
    log?.warn(
      { requestId, code: problem.code, cause: String(error.cause ?? '') },
      'the cms refused or did not answer what a page needs',
    );
    // The front answers with an older copy of this page, or with the page that says so.
    if (UNREACHABLE.has(problem.code) || status === 502 || status === 503 || status === 504)
      return new Response(null, { status: 503 });
    throw error;
  }
}
