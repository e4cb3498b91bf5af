import type { CookieOptions } from '@lyceum/core/server';
import { describe, expect, it } from 'vitest';
import { clearSessionCookies, setDeviceCookie, setSessionCookies } from './cookies.ts';

function jar() {
  const cookies = new Map<string, { value: string; options: CookieOptions }>();
  return { cookies, setCookie: (name: string, value: string, options: CookieOptions) => cookies.set(name, { value, options }) };
}

describe('session cookies [X-02]', () => {
  it('hides both tokens from scripts and keeps them off other sites’ requests', () => {
    const { cookies, setCookie } = jar();
    setSessionCookies({ setCookie }, { accessToken: 'a', refreshToken: 'r', accessTokenSec: 900, refreshTokenSec: 2_592_000 });
    const rules = { httpOnly: true, sameSite: 'lax', path: '/' };
    expect(cookies.get('lyceum_access')).toEqual({ value: 'a', options: { ...rules, maxAgeSec: 900 } });
    expect(cookies.get('lyceum_refresh')).toEqual({ value: 'r', options: { ...rules, maxAgeSec: 2_592_000 } });
  });

  it('shows scripts a hint that opens nothing', () => {
    const { cookies, setCookie } = jar();
    setSessionCookies({ setCookie }, { accessToken: 'a', refreshToken: 'r', accessTokenSec: 900, refreshTokenSec: 60 });
    expect(cookies.get('lyceum_signed_in')).toEqual({
      value: '1',
      options: { httpOnly: false, sameSite: 'lax', path: '/', maxAgeSec: 60 },
    });
  });

  it('removes all three at the end and leaves the device’s mark', () => {
    const { cookies, setCookie } = jar();
    setDeviceCookie({ setCookie }, 'd');
    clearSessionCookies({ setCookie });
    for (const name of ['lyceum_access', 'lyceum_refresh', 'lyceum_signed_in']) {
      expect(cookies.get(name)).toMatchObject({ value: '', options: { maxAgeSec: 0 } });
    }
    expect(cookies.get('lyceum_device')).toMatchObject({ value: 'd', options: { httpOnly: true } });
  });
});
