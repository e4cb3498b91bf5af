import type { Readable } from 'node:stream';
import type { HttpRequest } from '@lyceum/core/server';
import type { ImportFormat } from '../../../contract/index.ts';

const TYPES: Record<ImportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers with a file to keep, never to be shown in the page. */
export function download(request: HttpRequest, name: string, format: ImportFormat, body: string | Buffer | Readable): undefined {
  const ascii = name.replace(/[^\w.-]+/g, '_');
  request.respond(
    200,
    {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body,
  );
  return undefined;
}
