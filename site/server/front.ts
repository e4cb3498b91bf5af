import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import type { PageCache } from './cache/page-cache.ts';
import { pageKey } from './cache/page-key.ts';
import type { ClientAddress } from './client-address.ts';
import type { HostCheck } from './hosts.ts';
import type { CmsProxy, Forwarded } from './proxy-to-cms.ts';
import { renderRequest, type SiteHandler } from './render-page.ts';
import { pageHeaders } from './security-headers.ts';
import { sendCachedPage, sendRendered, sendUnavailable } from './send-page.ts';
import type { StaticFiles } from './static-files.ts';
import { withoutKeys } from './without-keys.ts';

export type FrontOptions = {
  readonly hostOf: HostCheck;
  /** Scheme and host of the public address. */
  readonly publicUrl: string;
  readonly isSecure: boolean;
  readonly addressOf: ClientAddress;
  readonly proxy: CmsProxy;
  readonly files: StaticFiles;
  readonly pages: PageCache;
  readonly site: SiteHandler;
  readonly log: Logger;
  /** False while the process stops. */
  readonly isReady: () => boolean;
};

export type Front = {
  readonly request: (request: IncomingMessage, response: ServerResponse) => void;
  readonly upgrade: (request: IncomingMessage, socket: Socket, head: Buffer) => void;
};

/** One public origin: decides for every request whether the cms, a file of the build, a kept page or Astro answers. */
export function createFront(options: FrontOptions): Front {
  const { hostOf, proxy, files, pages, log } = options;
  const ours = Object.entries(pageHeaders(options.isSecure));
  const ourLines = ours.flat();

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const requestId = randomUUID();
    const url = request.url ?? '/';
    if (options.isReady() && answerHeld(request, response, url, requestId)) return;
    response.setHeader('x-request-id', requestId);
    if (!options.isReady()) response.setHeader('connection', 'close');
    const pathname = pathOf(url);
    logWhenDone(request, response, requestId, pathname);

    if (pathname === '/health') {
      sendHealth(response);
      return;
    }
    const host = request.headers.host?.toLowerCase() ?? '';
    const known = hostOf(host);
    if (known === 'unknown') {
      sendText(response, 421, 'This server does not answer for that host.');
      return;
    }
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (known === 'alias' && isRead && request.headers['sec-fetch-mode'] === 'navigate') {
      // Cookies and the check for foreign sites know one name only.
      response.writeHead(302, { location: options.publicUrl + url, 'cache-control': 'no-store' }).end();
      return;
    }
    const forwarded = { requestId, address: options.addressOf(request), host };
    if (toCms(request, response, pathname, forwarded)) return;
    for (const [name, value] of ours) response.setHeader(name, value);
    if (isRead && files.answer(request, response, pathname)) return;
    if (isRead) answerPage(request, response, forwarded);
    else render(request, response, forwarded);
  }

  /** The way of nearly every request for a public page: whole addresses are keys, so one look tells. */
  function answerHeld(request: IncomingMessage, response: ServerResponse, url: string, requestId: string): boolean {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || hostOf(request.headers.host ?? '') !== 'public') return false;
    const held = pages.held(url);
    if (held?.kind !== 'page') return false;
    sendCachedPage(request, response, held.page, ['x-request-id', requestId, ...ourLines]);
    // A line would cost a third of the answer; whoever needs it turns the level up.
    log.debug(
      { requestId, method: request.method, path: withoutKeys(pathOf(url)), status: response.statusCode, page: held.state },
      'request',
    );
    return true;
  }

  /** @returns true when the request belonged to the cms */
  function toCms(request: IncomingMessage, response: ServerResponse, pathname: string, forwarded: Forwarded): boolean {
    if (pathname.startsWith('/api/')) proxy.forward(request, response, forwarded, 'api');
    else if (pathname.startsWith('/uploads/')) proxy.forward(request, response, forwarded, 'upload');
    else if (pathname === '/admin' || pathname.startsWith('/admin/') || pathname === '/cms' || pathname === '/cms/') {
      response.writeHead(302, { location: '/cms/admin', 'cache-control': 'no-store' }).end();
    } else if (pathname.startsWith('/cms/')) {
      request.url = (request.url ?? '').slice('/cms'.length);
      proxy.forward(request, response, forwarded, pathname.startsWith('/cms/uploads/') ? 'upload' : 'admin');
    } else return false;
    return true;
  }

  function answerPage(request: IncomingMessage, response: ServerResponse, forwarded: Forwarded): void {
    const key = pageKey(request.url ?? '/');
    if (key === null) {
      render(request, response, forwarded);
      return;
    }
    pages
      .find(key)
      .then((found) => {
        if (found.kind === 'page') sendCachedPage(request, response, found.page, []);
        else if (found.kind === 'failed') return sendRendered(request, response, found.rendered);
        else render(request, response, forwarded);
        return undefined;
      })
      .catch((error: unknown) => fail(request, response, forwarded.requestId, error));
  }

  /** A page for this request alone. */
  function render(request: IncomingMessage, response: ServerResponse, forwarded: Forwarded): void {
    const locals = { requestId: forwarded.requestId, visitorAddress: forwarded.address, log };
    renderRequest(options.site, request, locals, options.isSecure)
      .then((rendered) => sendRendered(request, response, rendered))
      .catch((error: unknown) => fail(request, response, forwarded.requestId, error));
  }

  function fail(request: IncomingMessage, response: ServerResponse, requestId: string, error: unknown): void {
    log.error({ requestId, err: error }, 'a page failed');
    if (response.headersSent) response.destroy();
    else sendUnavailable(request, response);
  }

  function sendHealth(response: ServerResponse): void {
    const isReady = options.isReady();
    const body = JSON.stringify({ status: isReady ? 'ready' : 'stopping', pages: pages.isShared ? 'shared' : 'memory' });
    response.writeHead(isReady ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body);
  }

  /** One line a request: no query, no address, no person, and no key that opens something [A7]. */
  function logWhenDone(request: IncomingMessage, response: ServerResponse, requestId: string, pathname: string): void {
    if (!log.isLevelEnabled('info') || pathname.startsWith('/_astro/') || pathname === '/health') return;
    const started = performance.now();
    response.once('close', () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      log.info(
        {
          requestId,
          method: request.method,
          path: withoutKeys(pathname),
          status: response.statusCode,
          ms,
          ...(response.writableFinished ? {} : { cut: true }),
        },
        'request',
      );
    });
  }

  function upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const host = request.headers.host?.toLowerCase() ?? '';
    const url = request.url ?? '/';
    const isOurs = /^\/(?:api|cms|socket\.io)\//.test(url);
    if (hostOf(host) === 'unknown' || !isOurs || !options.isReady()) {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    if (url.startsWith('/cms/')) request.url = url.slice('/cms'.length);
    proxy.upgrade(request, socket, head, { requestId: randomUUID(), address: options.addressOf(request), host });
  }

  return { request: handle, upgrade };
}

const pathOf = (url: string): string => {
  const mark = url.indexOf('?');
  return mark === -1 ? url : url.slice(0, mark);
};

function sendText(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(`${text}\n`);
}
