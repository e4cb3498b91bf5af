/**
 * Where to go after the sign-in: the asked path when it is one of this site, else the start page. Nothing that a browser
 * could read as another site's address gets through: no scheme, no `//`, no backslash, no controls.
 */
export function safeNext(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return '/';
  try {
    const url = new URL(asked, 'http://site.invalid');
    return url.origin === 'http://site.invalid' && !url.pathname.startsWith('//')
      ? `${url.pathname}${url.search}${url.hash}`
      : '/';
  } catch {
    return '/';
  }
}
