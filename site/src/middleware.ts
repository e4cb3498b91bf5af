import { defineMiddleware } from 'astro:middleware';
import { randomUUID } from 'node:crypto';
import { isApiProblem } from '@lyceum/core/client';
import { toSignIn } from './features/account/session-gate.ts';
import { directionOf, localeOf } from './i18n/locales.ts';

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
    const { status } = error;
    // No answer at all, or one from something in between: the front shows the page for that, or an older copy of this one.
    if (status === 0 || status === 502 || status === 503 || status === 504) return new Response(null, { status: 503 });
    if (status === 401 && context.request.method === 'GET') return toSignIn(context);
    if (status === 404) return context.rewrite('/404');
    throw error;
  }
}
