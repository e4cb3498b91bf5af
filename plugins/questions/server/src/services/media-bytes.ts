import { stat } from 'node:fs/promises';
import path from 'node:path';
import { db, files, sql, theStrapi } from '@lyceum/core/server';
import type { StoredBytes } from '../export/exporter.ts';

const PRIVATE = /^\/media\/([0-9a-f-]{36})$/;

async function privateFile(id: string): Promise<StoredBytes | null> {
  const known = await db().maybeOne(sql`SELECT 1 FROM activity.core_files WHERE id = ${id} AND purpose = 'questions.media'`);
  if (known === null) return null;
  const { name, mimeType, sizeBytes } = await files.get(id);
  return { name, mimeType, sizeBytes, path: await files.path(id) };
}

/** A file of the media library that lies on this disk, by the address it is shown under. */
async function libraryFile(address: string): Promise<StoredBytes | null> {
  const known = await db().maybeOne<{ name: string; mime: string; url: string }>(
    sql`SELECT name, mime, url FROM files WHERE url = ${address} LIMIT 1`,
  );
  if (known === null) return null;
  const folder = path.join(theStrapi().dirs.static.public, 'uploads');
  const target = path.join(folder, path.basename(decodeURIComponent(known.url)));
  const size = await stat(target).then(
    (found) => found.size,
    () => null,
  );
  return size === null ? null : { name: known.name, mimeType: known.mime, path: target, sizeBytes: size };
}

/** The stored file behind an address that a question shows; null when it is not stored any more. */
export async function storedBytes(address: string): Promise<StoredBytes | null> {
  const id = PRIVATE.exec(address)?.[1];
  return id === undefined ? libraryFile(address) : privateFile(id);
}
