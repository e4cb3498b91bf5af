import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Logger } from 'pino';
import type { RenderedPage } from './cache/cached-page.ts';

/** The handler of the built site. */
export type SiteHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: undefined,
  locals: object,
) => void | Promise<void>;

/** What a page is told beside the request. */
export type PageLocals = {
  readonly requestId?: string;
  /** Address of the visitor; absent where a page is rendered for everybody. */
  readonly visitorAddress?: string;
  readonly log: Logger;
};

export type PublicPage = {
  /** Host of the public address; links in the page are made from it. */
  readonly host: string;
  readonly isSecure: boolean;
  readonly log: Logger;
};

/** Renders one address for nobody in particular: no cookies, no query beyond the key, always the public host. */
export async function renderPage(handler: SiteHandler, key: string, page: PublicPage): Promise<RenderedPage> {
  const socket = new Socket();
  const request = new IncomingMessage(socket);
  request.method = 'GET';
  request.url = key;
  request.headers = { host: page.host, accept: 'text/html' };
  request.push(null);
  try {
    return await renderRequest(handler, request, { log: page.log }, page.isSecure);
  } finally {
    socket.destroy();
  }
}

/** Renders a page for the request as it is, and keeps the answer instead of sending it. */
export async function renderRequest(
  handler: SiteHandler,
  request: IncomingMessage,
  locals: PageLocals,
  isSecure: boolean,
): Promise<RenderedPage> {
  // Astro reads from the socket whether an address begins with https; behind a proxy the socket cannot know.
  if (isSecure) Reflect.set(request.socket, 'encrypted', true);
  const response = new KeptResponse(request);
  const [rendered] = await Promise.all([response.kept(), handler(request, response, undefined, locals)]);
  return rendered;
}

class KeptResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  #head: OutgoingHttpHeaders = {};

  kept(): Promise<RenderedPage> {
    return new Promise((resolve, reject) => {
      this.once('close', () => reject(new Error('The page broke off while it was rendered')));
      this.once('finish', () => {
        const headers = plainHeaders({ ...this.getHeaders(), ...this.#head });
        resolve({ status: this.statusCode, headers, body: Buffer.concat(this.#chunks) });
      });
    });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (typeof headers === 'object' && headers !== null) this.#head = { ...headers };
    return this;
  }

  override write(chunk: unknown): boolean {
    this.#keep(chunk);
    return true;
  }

  override end(chunk?: unknown): this {
    this.#keep(chunk);
    this.emit('finish');
    return this;
  }

  #keep(chunk: unknown): void {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk as Uint8Array));
  }
}

function plainHeaders(headers: OutgoingHttpHeaders): Record<string, string | string[]> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), typeof value === 'number' ? String(value) : value] as const],
  );
  return Object.fromEntries(entries);
}
