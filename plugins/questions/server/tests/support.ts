import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { db, sql } from '@lyceum/core/server';
import type { Person, TestKit } from '@lyceum/core/testing';
import { ZipFile } from 'yazl';
import type { z } from 'zod';
import {
  describeImport,
  type FileDescription,
  getImport,
  type ImportBatch,
  type ImportDefaults,
  type ImportOptions,
  type Mapping,
  startImport,
  uploadImport,
  uploadImportMedia,
} from '../../contract/index.ts';

export const SHARED = path.resolve(import.meta.dirname, '../../../../../shared/data');
export const hasShared = existsSync(SHARED);
export const POOLS = path.resolve(import.meta.dirname, '../../../../tests/fixtures/pools');

/** A ZIP in memory with the given files. */
export async function zipOf(files: Record<string, Buffer | string>): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'questions-test-'));
  const target = path.join(folder, 'archive.zip');
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
  const bytes = readFileSync(target);
  await rm(folder, { recursive: true });
  return bytes;
}

type Upload = { name: string; bytes: Buffer; media?: Buffer };

export async function upload(
  kit: TestKit,
  as: Person,
  { name, bytes, media }: Upload,
): Promise<{ batch: ImportBatch; description: FileDescription }> {
  const { status, body: batch, text } = await kit.call<ImportBatch>(uploadImport, { as, files: { file: { name, bytes } } });
  if (status !== 200) throw new Error(`upload: ${status} ${text}`);
  if (media) {
    const reply = await kit.call(uploadImportMedia, {
      as,
      params: { id: batch.id },
      files: { file: { name: 'media.zip', bytes: media } },
    });
    if (reply.status !== 200) throw new Error(`media: ${reply.status} ${reply.text}`);
  }
  const described = await kit.call<FileDescription>(describeImport, { as, params: { id: batch.id }, body: {} });
  if (described.status !== 200) throw new Error(`describe: ${described.status} ${described.text}`);
  return { batch, description: described.body };
}

type Run = {
  dryRun?: boolean;
  mapping?: Mapping;
  defaults?: z.input<typeof ImportDefaults>;
  options?: Partial<ImportOptions>;
};

/** Starts a run, does the work in this process, and gives back the batch as it ended. */
export async function runBatch(
  kit: TestKit,
  as: Person,
  id: string,
  { dryRun = false, mapping, defaults, options = {} }: Run,
): Promise<ImportBatch> {
  const started = await kit.call(startImport, { as, params: { id }, body: { dryRun, mapping, defaults, options } });
  if (started.status !== 200) throw new Error(`start: ${started.status} ${started.text}`);
  await kit.work();
  return (await kit.call<ImportBatch>(getImport, { as, params: { id } })).body;
}

/** Upload, describe, run with the proposed mapping. */
export async function importFile(
  kit: TestKit,
  as: Person,
  file: Upload,
  run: Omit<Run, 'mapping'> & { mapping?: Partial<Mapping> } = {},
): Promise<ImportBatch> {
  const { batch, description } = await upload(kit, as, file);
  const { mapping, ...rest } = run;
  const content = description.items ? {} : { mapping: { ...description.proposal, ...mapping } };
  return runBatch(kit, as, batch.id, { ...rest, ...content });
}

/** A CSV of single choice questions, one a row. */
export const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'));

export const HEADERS = ['code', 'topic', 'question', 'a', 'b', 'c', 'd', 'answer'];

/** A name nothing else in the test database has. */
export const uniqueName = (prefix: string): string => `${prefix}-${randomBytes(5).toString('hex')}`;

/** A stem that is like no other: what the bank holds already would be warned of. */
export const distinctStem = (beginning = 'stem'): string => `${beginning} ${randomBytes(40).toString('hex')}`;

/** Puts everything the bank holds so far out of sight, for tests that look at the bank as a whole or are slowed by its size. */
export async function emptyBank(): Promise<void> {
  await db().run(sql`UPDATE questions_questions SET state = 'archived' WHERE state <> 'archived'`);
  await db().run(sql`DELETE FROM activity.questions_pool`);
  await db().run(sql`DELETE FROM activity.questions_signatures`);
}

/** Takes the questions of a large import out of the shared test database again; other tests would compare theirs with all of them. */
export async function dropBatch(batchId: string): Promise<void> {
  await db().run(sql`
    DELETE FROM activity.questions_pool p USING questions_questions d WHERE d.document_id = p.document_id AND d.source_batch = ${batchId}`);
  await db().run(sql`
    DELETE FROM activity.questions_signatures s USING questions_questions d WHERE d.document_id = s.document_id AND d.source_batch = ${batchId}`);
  await db().run(sql`DELETE FROM questions_questions WHERE source_batch = ${batchId}`);
}
