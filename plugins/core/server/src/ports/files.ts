import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { coreProblems, refuse } from '../../../contract/index.ts';
import { db } from '../data/db.ts';
import { sql } from '../data/sql.ts';
import { newId } from './ids.ts';
import { objectStore } from './object-store.ts';
import { dataFolder } from './paths.ts';

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  /** On this machine's disk; with object storage a copy that may still have to be fetched: `files.path` does. */
  readonly path: string;
  /** Name in the object store, and below the folder of files. */
  readonly key: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

export type NewFile = {
  readonly name: string;
  readonly mimeType: string;
  /** What it is kept for, for example `questions.import`: one folder each. */
  readonly purpose: string;
  readonly stream?: Readable;
  readonly buffer?: Buffer;
};

type Row = { id: string; name: string; mime_type: string; path: string; size_bytes: number; sha256: string };

const toFile = (row: Row): StoredFile => ({
  id: row.id,
  name: row.name,
  mimeType: row.mime_type,
  path: path.join(dataFolder('files'), row.path),
  key: row.path,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
});

/** A name without folders, control or direction marks, short enough for any disk; the file itself bears its id. */
const safeName = (name: string) =>
  path
    .basename(name)
    .replace(/[\p{C}<>:"|?*\\/]/gu, '_')
    .slice(-120) || 'file';

/** Purposes whose files are kept for good: they go to the object store where there is one. Others are scratch of this machine. */
const isKept = (purpose: string): boolean => /\.(?:media|recordings)$/.test(purpose);

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Private files of ours (imports, reports, audio), never served as they lie: only through an endpoint with a rule. */
export const files = {
  async put({ name, mimeType, purpose, stream, buffer }: NewFile): Promise<StoredFile> {
    const id = newId();
    const relative = path.join(purpose, id);
    const target = path.join(dataFolder('files'), relative);
    await mkdir(path.dirname(target), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    await pipeline(stream ?? Readable.from(buffer ?? Buffer.alloc(0)), count, createWriteStream(target));
    const store = isKept(purpose) ? objectStore() : null;
    if (store) await store.put(relative, createReadStream(target), mimeType);
    const row = await db().one<Row>(sql`
      INSERT INTO activity.core_files (id, purpose, name, mime_type, size_bytes, sha256, path)
      VALUES (${id}, ${purpose}, ${safeName(name)}, ${mimeType}, ${size}, ${hash.digest('hex')}, ${relative})
      RETURNING id, name, mime_type, path, size_bytes, sha256`);
    return toFile(row);
  },

  /** @throws Refusal `core/not-found` */
  async get(id: string): Promise<StoredFile> {
    const row = await db().maybeOne<Row>(
      sql`SELECT id, name, mime_type, path, size_bytes, sha256 FROM activity.core_files WHERE id = ${id}`,
    );
    return row ? toFile(row) : refuse(coreProblems.notFound);
  },

  /** Where the file lies on this disk; fetched from the object store first where another machine put it there. */
  async path(id: string): Promise<string> {
    const file = await files.get(id);
    const store = objectStore();
    if (store === null || (await isThere(file.path))) return file.path;
    const part = `${file.path}.${newId()}.part`;
    await mkdir(path.dirname(part), { recursive: true });
    await pipeline(await store.open(file.key), createWriteStream(part));
    await rename(part, file.path);
    return file.path;
  },

  async open(id: string): Promise<Readable> {
    return createReadStream(await files.path(id));
  },

  async remove(id: string): Promise<void> {
    const row = await db().maybeOne<Row>(
      sql`DELETE FROM activity.core_files WHERE id = ${id} RETURNING id, name, mime_type, path, size_bytes, sha256`,
    );
    if (!row) return;
    await rm(toFile(row).path, { force: true });
    await objectStore()?.remove(row.path);
  },
};
