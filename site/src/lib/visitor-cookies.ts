/**
 * The cookie header after an answer set or removed cookies, so that the next call of the same page is made with them.
 * @param setCookies lines as in `Set-Cookie`
 */
export function withSetCookies(cookieHeader: string, setCookies: readonly string[]): string {
  const cookies = new Map<string, string>();
  for (const pair of cookieHeader.split(';')) remember(cookies, pair);
  for (const line of setCookies) {
    const [pair = '', ...attributes] = line.split(';');
    if (attributes.some(endsCookie)) cookies.delete(pair.slice(0, pair.indexOf('=')).trim());
    else remember(cookies, pair);
  }
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** One line a cookie: what the cms said last about it. */
export function latestOfEach(setCookies: readonly string[]): string[] {
  return [...new Map(setCookies.map((line) => [line.slice(0, line.indexOf('=')), line])).values()];
}

function remember(cookies: Map<string, string>, pair: string): void {
  const at = pair.indexOf('=');
  if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
}

function endsCookie(attribute: string): boolean {
  const [name = '', value = ''] = attribute.split('=').map((part) => part.trim());
  if (name.toLowerCase() === 'max-age') return Number(value) <= 0;
  return name.toLowerCase() === 'expires' && new Date(value).getTime() <= 0;
}
