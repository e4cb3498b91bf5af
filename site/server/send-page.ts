import type { IncomingMessage, ServerResponse } from 'node:http';
import { HINT_HEADER } from './cache/cache-hint.ts';
import type { CachedPage, RenderedPage } from './cache/cached-page.ts';
import { chooseEncoding, compress } from './encoding.ts';
import { unavailablePage } from './unavailable-page.ts';

/** Answers with a kept page: compressed as the visitor likes it, or 304 where the visitor has it already. */
export function sendCachedPage(request: IncomingMessage, response: ServerResponse, page: CachedPage): void {
  const headers: Record<string, string | number> = {
    'content-type': page.contentType,
    // Browsers ask each time and mostly hear 304, so that a purge is seen at once.
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: page.etag,
    vary: 'Accept-Encoding',
  };
  if (page.location !== null) headers.location = page.location;
  if (page.status === 200 && holds(request.headers['if-none-match'], page.etag)) {
    delete headers['content-type'];
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const body = page[encoding];
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  headers['content-length'] = body.length;
  response.writeHead(page.status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
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
