import { isApiProblem } from '@lyceum/core/client';
import { ACCESS_COOKIE, getMe, type Me, REFRESH_COOKIE, refreshSession } from '@lyceum/platform/contract';
import { call, type Visitor } from './api.ts';

/**
 * The signed-in person a page is for. A session whose access cookie has run out is renewed on the way, so that nobody meets
 * the sign-in page in the middle of their work.
 * @returns undefined for everybody else
 */
export async function currentLearner(visitor: Visitor): Promise<Me | undefined> {
  const has = (name: string) => new RegExp(`(?:^|; *)${name}=`).test(visitor.locals.cookieHeader);
  if (has(ACCESS_COOKIE)) {
    const me = await ifSignedIn(() => call(getMe, {}, visitor));
    if (me !== undefined) return me;
  }
  if (!has(REFRESH_COOKIE)) return undefined;
  const renewed = await ifSignedIn(() => call(refreshSession, {}, visitor));
  return renewed === undefined ? undefined : ifSignedIn(() => call(getMe, {}, visitor));
}

async function ifSignedIn<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isApiProblem(error) && error.status === 401) return undefined;
    throw error;
  }
}
