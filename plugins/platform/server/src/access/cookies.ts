import type { CookieOptions } from '@lyceum/core/server';
import { ACCESS_COOKIE, DEVICE_COOKIE, REFRESH_COOKIE, SIGNED_IN_COOKIE } from '../../../contract/cookies.ts';

export type CookieWriter = { setCookie(name: string, value: string, options: CookieOptions): void };

export type SessionCookies = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accessTokenSec: number;
  readonly refreshTokenSec: number;
};

const hidden: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/' };
const seen: CookieOptions = { httpOnly: false, sameSite: 'lax', path: '/' };

/** A browser is remembered as the owner's for so long (the longest time browsers keep a cookie). */
const DEVICE_SEC = 400 * 86_400;

/** Puts a session into cookies. `Secure` follows the public address, in core. */
export function setSessionCookies(to: CookieWriter, session: SessionCookies): void {
  to.setCookie(ACCESS_COOKIE, session.accessToken, { ...hidden, maxAgeSec: session.accessTokenSec });
  to.setCookie(REFRESH_COOKIE, session.refreshToken, { ...hidden, maxAgeSec: session.refreshTokenSec });
  to.setCookie(SIGNED_IN_COOKIE, '1', { ...seen, maxAgeSec: session.refreshTokenSec });
}

export function clearSessionCookies(to: CookieWriter): void {
  to.setCookie(ACCESS_COOKIE, '', { ...hidden, maxAgeSec: 0 });
  to.setCookie(REFRESH_COOKIE, '', { ...hidden, maxAgeSec: 0 });
  to.setCookie(SIGNED_IN_COOKIE, '', { ...seen, maxAgeSec: 0 });
}

export function setDeviceCookie(to: CookieWriter, token: string): void {
  to.setCookie(DEVICE_COOKIE, token, { ...hidden, maxAgeSec: DEVICE_SEC });
}
