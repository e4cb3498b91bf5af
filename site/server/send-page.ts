import type { IncomingMessage, ServerResponse } from 'node:http';
import { HINT_HEADER } from './cache/cache-hint.ts';
import { type CachedPage, type RenderedPage, withCharset } from './cache/cached-page.ts';
import { chooseEncoding, compress, type Encoding } from './encoding.ts';
import { unavailablePage } from './unavailable-page.ts';

/** Header lines of kept pages, laid out once: building them again for each visitor would cost as much as the rest of a hit. */
const lines = new WeakMap<CachedPage, Map<Encoding | 'same', readonly string[]>>();

/**
 * Answers with a kept page: compressed as the visitor likes it, or 304 where the visitor has it already.
 * @param common header lines of every page, name and value in turn
 */
export function sendCachedPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: CachedPage,
  common: readonly string[],
): void {
  if (page.status === 200 && holds(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, [...common, ...linesOf(page, 'same')]).end();
    return;
  }
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  response.writeHead(page.status, [...common, ...linesOf(page, encoding)]);
  response.end(request.method === 'HEAD' ? undefined : page[encoding]);
}

function linesOf(page: CachedPage, form: Encoding | 'same'): readonly string[] {
  const forms = lines.get(page) ?? new Map<Encoding | 'same', readonly string[]>();
  lines.set(page, forms);
  const known = forms.get(form);
  if (known !== undefined) return known;
  // Browsers ask each time and mostly hear 304, so that a purge is seen at once.
  const made = ['cache-control', 'public, max-age=0, must-revalidate', 'etag', page.etag, 'vary', 'Accept-Encoding'];
  if (form !== 'same') made.push('content-type', page.contentType, 'content-length', String(page[form].length));
  if (form === 'br' || form === 'gzip') made.push('content-encoding', form);
  if (page.location !== null) made.push('location', page.location);
  forms.set(form, made);
  return made;
}

/** Headers that are the front's to set. */
const NOT_PASSED_ON = new Set([
  HINT_HEADER,
  'content-length',
  'transfer-encoding',
  'connection',
  'cdn-cache-control',
  'cache-tag',
]);
/** Below this a compressed page is hardly smaller. */
const COMPRESSED_FROM_BYTES = 1_000;

/** Answers with a page that is for this request alone. One that could not reach the cms is replaced by the one that says so. */
export async function sendRendered(request: IncomingMessage, response: ServerResponse, rendered: RenderedPage): Promise<void> {
  const type = String(rendered.headers['content-type'] ?? '');
  if (rendered.status === 503 && !type.includes('json')) {
    sendUnavailable(request, response);
    return;
  }
  for (const [name, value] of Object.entries(rendered.headers)) if (!NOT_PASSED_ON.has(name)) response.setHeader(name, value);
  if (type !== '') response.setHeader('content-type', withCharset(type));
  response.setHeader('cache-control', 'private, no-store');
  let body = rendered.body;
  if (body.length >= COMPRESSED_FROM_BYTES && /^(?:text\/|application\/(?:json|xml))/.test(type)) {
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    response.setHeader('vary', 'Accept-Encoding');
    if (encoding !== 'identity') {
      body = (await compress(body, 'quick'))[encoding];
      response.setHeader('content-encoding', encoding);
    }
  }
  if (rendered.status !== 204 && rendered.status !== 304) response.setHeader('content-length', body.length);
  response.writeHead(rendered.status);
  response.end(request.method === 'HEAD' ? undefined : body);
}

export function sendUnavailable(request: IncomingMessage, response: ServerResponse): void {
  const body = Buffer.from(unavailablePage(request.url ?? '/'));
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'retry-after': '5',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return (
    ifNoneMatch === etag ||
    ifNoneMatch.split(',').some((one) => one.trim() === etag || one.trim() === etag.slice(2) || one.trim() === '*')
  );
}
