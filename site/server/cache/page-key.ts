/** Query parameters that make another page. Campaign marks are dropped, and any other parameter bypasses the cache. */
const KEPT = new Set(['kind', 'lang']);
/** Marks that other sites and campaigns append. */
const IGNORED = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|twclid|yclid|mc_[ce]id)$/;
const MAX_KEY_LENGTH = 512;

/**
 * The address under which a page is kept, which is also the address it is rendered for.
 * @param url path and query as they came
 * @returns null where the address cannot be kept
 */
export function pageKey(url: string): string | null {
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  if (path.length > MAX_KEY_LENGTH || !isPlainPath(path)) return null;
  if (mark === -1 || mark === url.length - 1) return path;
  const kept: string[] = [];
  for (const [name, value] of new URLSearchParams(url.slice(mark + 1))) {
    if (IGNORED.test(name)) continue;
    if (!KEPT.has(name)) return null;
    kept.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  }
  const key = kept.length === 0 ? path : `${path}?${kept.sort().join('&')}`;
  return key.length > MAX_KEY_LENGTH ? null : key;
}

/** `//x`, dot segments and bytes that servers read differently have no page. */
const isPlainPath = (path: string) => path.startsWith('/') && !/\/\/|\/\.{1,2}(?:\/|$)|\\|[^\u0021-\u007e]/.test(path);
