import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { ParsedOf, ReplyInputOf } from '../../../contract/index.ts';
import type { Actor, CookieOptions } from '../identity.ts';

/** A file that came with the request, already on disk; it is removed when the request ends. */
export type UploadedFile = {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly mimeType: string;
};

/** The request as handlers see it, the same in Strapi's stack and in the fast lane. */
export type HttpRequest = {
  readonly id: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly headers: IncomingHttpHeaders;
  readonly cookies: Readonly<Record<string, string>>;
  readonly file: UploadedFile | undefined;
  readonly files: Readonly<Record<string, UploadedFile>>;
  setCookie(name: string, value: string, options: CookieOptions): void;
  setHeader(name: string, value: string): void;
  /** Answers with bytes (a file) instead of the reply. */
  respond(status: number, headers: Record<string, string>, body: string | Buffer | Readable): void;
};

export type HandlerInput<E> = ParsedOf<E> & { readonly actor: Actor; readonly request: HttpRequest };

/** The handler's answer is checked by the endpoint's reply schema before it leaves. */
export type Handler<E> = (input: HandlerInput<E>) => Promise<ReplyInputOf<E>> | ReplyInputOf<E>;

/** What an adapter (Strapi's stack or the fast lane) gives the runner. */
export type RawRequest = {
  readonly method: string;
  readonly url: string;
  readonly params: Record<string, string>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  readonly http: HttpRequest;
  /** The admin user whom Strapi's own policies let through. */
  readonly staff: { id: number; email: string } | undefined;
};

export type RawReply = { status: number; headers: Record<string, string>; body: unknown };
