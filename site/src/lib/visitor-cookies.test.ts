import { describe, expect, it } from 'vitest';
import { latestOfEach, withSetCookies } from './visitor-cookies.ts';

describe('cookies of a visitor during one page', () => {
  it('take up what the cms sets and drop what it removes', () => {
    const before = 'lyceum_access=old; theme=dark; lyceum_refresh=r1';
    const after = withSetCookies(before, [
      'lyceum_access=new; Path=/; HttpOnly; Max-Age=900',
      'lyceum_refresh=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      'theme=; Max-Age=0',
      'other=a=b; Path=/',
    ]);
    expect(after).toBe('lyceum_access=new; other=a=b');
  });

  it('go out once each, as the cms said last', () => {
    expect(latestOfEach(['a=1; Path=/', 'b=2', 'a=3; Path=/'])).toEqual(['a=3; Path=/', 'b=2']);
  });

  it('stay as they are without an answer', () => {
    expect(withSetCookies('', [])).toBe('');
    expect(withSetCookies('a=1', [])).toBe('a=1');
  });
});
