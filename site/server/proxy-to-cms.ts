import { Agent as HttpAgent, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import { createProxyServer } from 'httpxy';
import type { Logger } from 'pino';
import { forwardedHeaders, isShownInline, uploadHeaders } from './security-headers.ts';
import { sendUnavailable } from './send-page.ts';

export type CmsProxyOptions = {
  /** Where the cms listens, without a slash at its end. */
  readonly cmsUrl: string;
  readonly isSecure: boolean;
  readonly log: Logger;
};

/** What the front knows about a request and the cms may believe. */
export type Forwarded = { readonly requestId: string; readonly address: string; readonly host: string };

export type CmsProxy = {
  /** Sends the request on, bodies streaming both ways. `request.url` is the address as the cms knows it. */
  readonly forward: (
    request: IncomingMessage,
    response: ServerResponse,
    forwarded: Forwarded,
    kind: 'api' | 'admin' | 'upload',
  ) => void;
  readonly upgrade: (request: IncomingMessage, socket: Socket, head: Buffer, forwarded: Forwarded) => void;
  readonly close: () => void;
};

/** What a visitor says about where they come from counts for nothing. */
const CLAIMS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
  'x-client-ip',
  'x-request-id',
  'x-original-url',
  'x-rewrite-url',
];

export function cmsProxy({ cmsUrl, isSecure, log }: CmsProxyOptions): CmsProxy {
  const agent = cmsUrl.startsWith('https:')
    ? new HttpsAgent({ keepAlive: true, maxSockets: 512 })
    : new HttpAgent({ keepAlive: true, maxSockets: 512 });
  const proxy = createProxyServer({ target: cmsUrl, agent, xfwd: false, changeOrigin: false, upgradeTimeout: 10_000 });
  const kinds = new WeakMap<IncomingMessage, 'api' | 'admin' | 'upload'>();

  proxy.on('proxyRes', (answer, request, response) => {
    const headers = kinds.get(request) === 'upload' ? uploadHeaders : forwardedHeaders(isSecure);
    for (const [name, value] of Object.entries(headers)) answer.headers[name] = value;
    delete answer.headers['x-powered-by'];
    if (kinds.get(request) === 'upload') {
      delete answer.headers['set-cookie'];
      if (!isShownInline(answer.headers['content-type'])) answer.headers['content-disposition'] = 'attachment';
    }
    // The cms names the request as it was told; ours stands on the answer already.
    delete answer.headers['x-request-id'];
    answer.once('aborted', () => response.destroy());
  });

  proxy.on('error', (error, request, response) => {
    log.warn({ requestId: request?.headers['x-request-id'], err: error.message }, 'the cms did not answer');
    if (response === undefined || !('writeHead' in response)) {
      response?.destroy();
    } else if (response.headersSent || request === undefined) {
      response.destroy();
    } else {
      refuse(request, response, kinds.get(request) ?? 'api');
    }
  });

  const prepare = (request: IncomingMessage, forwarded: Forwarded) => {
    for (const name of CLAIMS) delete request.headers[name];
    request.headers['x-forwarded-for'] = forwarded.address;
    request.headers['x-forwarded-host'] = forwarded.host;
    request.headers['x-forwarded-proto'] = isSecure ? 'https' : 'http';
    request.headers['x-request-id'] = forwarded.requestId;
  };

  return {
    forward: (request, response, forwarded, kind) => {
      prepare(request, forwarded);
      kinds.set(request, kind);
      proxy.web(request, response).catch((error: unknown) => {
        log.debug({ requestId: forwarded.requestId, err: String(error) }, 'a visitor left in the middle of an answer');
      });
    },
    upgrade: (request, socket, head, forwarded) => {
      prepare(request, forwarded);
      proxy.ws(request, socket, { target: cmsUrl }, head).catch(() => socket.destroy());
    },
    close: () => agent.destroy(),
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, kind: 'api' | 'admin' | 'upload'): void {
  request.unpipe();
  request.resume();
  if (kind === 'admin') {
    sendUnavailable(request, response);
    return;
  }
  const status = 503;
  const body = JSON.stringify({
    type: 'about:blank',
    title: 'The service cannot answer just now',
    status,
    code: 'core/unavailable',
    requestId: request.headers['x-request-id'],
  });
  response.writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'retry-after': '2' });
  response.end(body);
}
