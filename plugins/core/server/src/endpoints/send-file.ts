import { createReadStream } from 'node:fs';
import { files, type StoredFile } from '../ports/files.ts';
import { objectStore } from '../ports/object-store.ts';
import { byteRange } from './byte-range.ts';
import type { HttpRequest } from './http.ts';

/** How long the address of an object may be used by the player it was given to, in seconds. */
const OBJECT_TTL_SEC = 300;

/**
 * Answers with a stored file, whole or the one part a player asks for. Never as a page: the browser keeps to the type
 * we say, runs nothing in it and stores no copy. A part the file does not have is answered with 416 and its size.
 * With object storage the answer leads to a signed address there.
 */
export async function sendFile(
  request: Pick<HttpRequest, 'headers' | 'respond'>,
  file: StoredFile,
  mimeType: string = file.mimeType,
): Promise<undefined> {
  const store = objectStore();
  if (store) {
    const address = await store.signedUrl(file.key, mimeType, OBJECT_TTL_SEC);
    request.respond(302, { Location: address, 'Cache-Control': 'private, no-store' }, '');
    return undefined;
  }
  const path = await files.path(file.id);
  const { sizeBytes } = file;
  const range = byteRange(request.headers.range, sizeBytes);
  if (range === 'outside') {
    request.respond(416, { 'Content-Range': `bytes */${sizeBytes}` }, '');
    return undefined;
  }
  const { first, last } = range ?? { first: 0, last: sizeBytes - 1 };
  request.respond(
    range ? 206 : 200,
    {
      'Content-Type': mimeType,
      'Content-Length': String(last - first + 1),
      'Accept-Ranges': 'bytes',
      ...(range ? { 'Content-Range': `bytes ${first}-${last}/${sizeBytes}` } : {}),
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
    createReadStream(path, { start: first, end: Math.max(first, last) }),
  );
  return undefined;
}
