import type { AnyEndpoint, ReplyOf, RequestOf } from '../contract/endpoint.ts';
import { clientProblems, ownProblem, problemFrom } from './api-problem.ts';
import { endpointUrl } from './endpoint-url.ts';

export type ClientOptions = {
  /** Origin of the server; '' for the page's own. `/api` is added by the client. */
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Sent with every call, such as the visitor's cookies when the site calls for them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until a call counts as lost. Default 15,000. */
  readonly timeoutMs?: number;
  /** Also check each reply against its schema. Off in the browser, so that zod stays out of its way. */
  readonly checkReplies?: boolean;
  /** Sees every answer before it is read, refusals included; the site passes Set-Cookie on with it. */
  readonly onResponse?: (response: Response) => void;
};

/** A file for an endpoint that declares `upload`. */
export type CallFile = { readonly content: Blob; readonly name: string };

type Parts<T> = { [K in keyof T as object extends T[K] ? K : never]?: T[K] } & {
  [K in keyof T as object extends T[K] ? never : K]: T[K];
};

export type CallOptions<E extends AnyEndpoint> = Parts<RequestOf<E>> & {
  /** One key a press: repeat the call with the same key and it takes effect once. Made for you where the endpoint needs one. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly file?: CallFile;
  /** Lets the request outlive the page; bodies up to 64 KiB. */
  readonly keepalive?: boolean;
};

export type CallArguments<E extends AnyEndpoint> =
  object extends CallOptions<E> ? [options?: CallOptions<E>] : [options: CallOptions<E>];

/**
 * Calls an endpoint and gives back its reply.
 * @throws ApiProblem when it was refused or no answer came; the signal's own reason when the caller aborted
 */
export type Call = <E extends AnyEndpoint>(endpoint: E, ...args: CallArguments<E>) => Promise<ReplyOf<E>>;

export type Client = { readonly call: Call };

type LooseOptions = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
} & Pick<CallOptions<AnyEndpoint>, 'idempotencyKey' | 'headers' | 'signal' | 'timeoutMs' | 'file' | 'keepalive'>;

const DEFAULT_TIMEOUT_MS = 15_000;

/** The one client over endpoint values, for browser and Node. It reads only method, path and access of an endpoint. */
export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? ((...request: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...request));

  async function call(endpoint: AnyEndpoint, request: LooseOptions = {}): Promise<unknown> {
    const url = endpointUrl(options.baseUrl, endpoint, request);
    const timeout = AbortSignal.timeout(request.timeoutMs ?? options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const signal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
    try {
      const response = await send(url, { ...requestInit(endpoint, request, options.headers), signal });
      options.onResponse?.(response);
      if (!response.ok) throw await problemFrom(response);
      return await readReply(endpoint, response, options.checkReplies === true);
    } catch (error) {
      if (request.signal?.aborted === true) throw request.signal.reason;
      if (timeout.aborted) throw ownProblem(clientProblems.timedOut, error);
      if (error instanceof TypeError) throw ownProblem(clientProblems.offline, error);
      throw error;
    }
  }

  return { call: call as Call };
}

function requestInit(endpoint: AnyEndpoint, request: LooseOptions, common: ClientOptions['headers']): RequestInit {
  const headers = new Headers({ accept: 'application/json, application/problem+json', ...common, ...request.headers });
  const key = request.idempotencyKey ?? (endpoint.idempotent === true ? newKey() : undefined);
  if (key !== undefined) headers.set('idempotency-key', key);
  const init: RequestInit = { method: endpoint.method, headers, redirect: 'error' };
  if (request.keepalive === true) init.keepalive = true;
  if (endpoint.upload !== undefined && request.file !== undefined) {
    init.body = formOf(endpoint.upload.field, request.file, request.body);
  } else if (request.body !== undefined) {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(request.body);
  }
  return init;
}

/** Fields of a form are text, so the body's values travel as one field of JSON and arrive as what they were. */
function formOf(field: string, file: CallFile, body: unknown): FormData {
  const form = new FormData();
  form.append('json', JSON.stringify(body ?? {}));
  form.append(field, file.content, file.name);
  return form;
}

async function readReply(endpoint: AnyEndpoint, response: Response, check: boolean): Promise<unknown> {
  const text = await response.text();
  let reply: unknown;
  try {
    reply = text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    throw ownProblem(clientProblems.unreadable, error);
  }
  if (!check) return reply;
  const checked = endpoint.reply.safeParse(reply);
  if (!checked.success) throw ownProblem(clientProblems.unreadable, checked.error);
  return checked.data;
}

/** `randomUUID` is missing on plain HTTP in a local network, where getRandomValues still works. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
