import type { Readable } from 'node:stream';
import type { HttpRequest } from '@lyceum/core/server';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
} as const;
/** Kinds of files that are offered to keep. */
export type FileKind = keyof typeof TYPES;

/** Answers with a file to keep, never to be shown in the page. */
export function download(request: HttpRequest, name: string, kind: FileKind, body: string | Buffer | Readable): undefined {
  const ascii = name.replace(/[^\w.-]+/g, '_');
  request.respond(
    200,
    {
      'Content-Type': TYPES[kind],
      'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body,
  );
  return undefined;
}
