import { createHash } from 'node:crypto';
import { compress } from '../encoding.ts';
import type { CacheHint } from './cache-hint.ts';

/** A whole answer that is the same for everybody. */
export type CachedPage = CacheHint & {
  readonly status: number;
  readonly contentType: string;
  /** Where a redirect leads. */
  readonly location: string | null;
  readonly etag: string;
  readonly identity: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
  /** Milliseconds since the epoch. */
  readonly renderedAt: number;
};

/** What a render gave. */
export type RenderedPage = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
};

/** Answers that may be kept; a missing page is kept as well, so that asking for it again costs nothing. */
const KEPT_STATUS = new Set([200, 301, 308, 404, 410]);
/** An address that has no page may get one by a new entry under another tag. */
const MISSING_MAX_AGE_SEC = 60;

/** @returns null for an answer that must not be kept */
export async function toCachedPage(rendered: RenderedPage, hint: CacheHint | null, now: number): Promise<CachedPage | null> {
  if (hint === null || !KEPT_STATUS.has(rendered.status) || rendered.headers['set-cookie'] !== undefined) return null;
  const { br, gzip } = await compress(rendered.body, 'quick');
  const isMissing = rendered.status === 404 || rendered.status === 410;
  return {
    maxAgeSec: isMissing ? Math.min(hint.maxAgeSec, MISSING_MAX_AGE_SEC) : hint.maxAgeSec,
    swrSec: isMissing ? 0 : hint.swrSec,
    tags: hint.tags,
    status: rendered.status,
    contentType: withCharset(headerText(rendered.headers['content-type']) ?? 'text/html'),
    location: headerText(rendered.headers.location) ?? null,
    etag: `W/"${createHash('sha256').update(rendered.body).digest('base64url').slice(0, 22)}"`,
    identity: rendered.body,
    br,
    gzip,
    renderedAt: now,
  };
}

const headerText = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Astro writes UTF-8 and does not say so. */
export const withCharset = (type: string): string => (type === 'text/html' ? 'text/html; charset=utf-8' : type);

export const sizeOf = (page: CachedPage): number => page.identity.length + page.br.length + page.gzip.length + 1_024;

type Head = Omit<CachedPage, 'identity' | 'br' | 'gzip'> & { readonly lengths: [number, number, number] };

/** One buffer for Redis: the length of the head, the head as JSON, the three bodies. */
export function pack(page: CachedPage): Buffer {
  const { identity, br, gzip, ...rest } = page;
  const head = Buffer.from(JSON.stringify({ ...rest, lengths: [identity.length, br.length, gzip.length] }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, identity, br, gzip]);
}

/** @throws when the bytes are not of `pack`; pages of other builds lie under other keys */
export function unpack(bytes: Buffer): CachedPage {
  const bodyStart = 4 + bytes.readUInt32BE(0);
  const { lengths, ...rest } = JSON.parse(bytes.toString('utf8', 4, bodyStart)) as Head;
  const [identity, br, gzip] = lengths;
  const cut = (from: number, length: number) => bytes.subarray(bodyStart + from, bodyStart + from + length);
  return { ...rest, identity: cut(0, identity), br: cut(identity, br), gzip: cut(identity + br, gzip) };
}
