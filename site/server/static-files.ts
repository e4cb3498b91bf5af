import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { chooseEncoding, type Encoding } from './encoding.ts';

/** Files up to this size are held in memory, in bytes. */
const HELD_BYTES = 1024 * 1024;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** True for a file that is worth a compressed copy. */
export const isCompressible = (name: string): boolean => /\.(?:css|html|ico|m?js|json|svg|txt|wasm|webmanifest|xml)$/.test(name);

type Variant = { readonly place: string; readonly sizeBytes: number; readonly held: Buffer | null };
type File = {
  readonly headers: Record<string, string>;
  readonly variants: Partial<Record<Encoding, Variant>> & { readonly identity: Variant };
};

export type StaticFiles = {
  /** Answers when the path is a file of the build. @returns false when it is none */
  readonly answer: (request: IncomingMessage, response: ServerResponse, pathname: string) => boolean;
};

/**
 * The files of a build, listed once at the start: what is not on the list does not exist, so no path can leave the folder.
 * @param root folder of the built client
 */
export async function staticFiles(root: string): Promise<StaticFiles> {
  const files = await listFiles(root);
  return {
    answer: (request, response, pathname) => {
      const file = files.get(pathname);
      if (file === undefined) return false;
      send(request, response, file);
      return true;
    },
  };
}

async function listFiles(root: string): Promise<Map<string, File>> {
  const found = new Map<string, File>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const places = new Set(entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)));
  for (const place of places) {
    const type = TYPES[path.extname(place)];
    if (type === undefined) continue;
    const [identity, br, gzip] = await Promise.all([
      variant(place),
      places.has(`${place}.br`) ? variant(`${place}.br`) : undefined,
      places.has(`${place}.gz`) ? variant(`${place}.gz`) : undefined,
    ]);
    const address = `/${path.relative(root, place).split(path.sep).join('/')}`;
    const { mtimeMs, size } = await stat(place);
    found.set(address, {
      headers: {
        'content-type': type,
        // Names below _astro carry a hash of their content.
        'cache-control': address.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        etag: `W/"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`,
        vary: 'Accept-Encoding',
      },
      variants: { identity, ...(br === undefined ? {} : { br }), ...(gzip === undefined ? {} : { gzip }) },
    });
  }
  return found;
}

async function variant(place: string): Promise<Variant> {
  const { size } = await stat(place);
  return { place, sizeBytes: size, held: size <= HELD_BYTES ? await readFile(place) : null };
}

function send(request: IncomingMessage, response: ServerResponse, file: File): void {
  if (request.headers['if-none-match'] === file.headers.etag) {
    response.writeHead(304, { etag: file.headers.etag, 'cache-control': file.headers['cache-control'] }).end();
    return;
  }
  const wanted = chooseEncoding(request.headers['accept-encoding']);
  const encoding = file.variants[wanted] === undefined ? 'identity' : wanted;
  const chosen = file.variants[encoding] ?? file.variants.identity;
  response.writeHead(200, {
    ...file.headers,
    'content-length': chosen.sizeBytes,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
  if (request.method === 'HEAD') response.end();
  else if (chosen.held !== null) response.end(chosen.held);
  else
    createReadStream(chosen.place)
      .on('error', () => response.destroy())
      .pipe(response);
}
