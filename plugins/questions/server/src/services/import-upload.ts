import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { coreProblems, refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, files, inTransaction, newId, settings, staffOf, type UploadedFile } from '@lyceum/core/server';
import {
  type FileDescription,
  type ImportBatch,
  questionSettings,
  questionsProblems,
  type SourceChoice,
} from '../../../contract/index.ts';
import { inChild } from '../import/in-child.ts';
import type { MediaResult, MediaSource } from '../import/tasks.ts';
import { insertBatch, setDescription, setMedia } from '../records/import-batch.ts';
import { batchOf, notBusy, readLimits, toBatch } from './import-batch.ts';

const INSPECT_MS = 60_000;
const DESCRIBE_MS = 180_000;

const fileOf = (file: UploadedFile | undefined): UploadedFile =>
  file ?? refuse(coreProblems.invalidRequest, { errors: [{ path: 'body.file', message: 'is missing' }] });

async function refuseLarge({ sizeBytes }: UploadedFile): Promise<void> {
  const { fileBytes } = await readLimits();
  if (sizeBytes > fileBytes) refuse(questionsProblems.importTooLarge, { params: { limit: 'fileBytes', max: fileBytes } });
}

/** Keeps a file to import after kind, size and safety were checked in a process of its own. */
export async function takeFile(uploaded: UploadedFile | undefined, actor: Actor): Promise<ImportBatch> {
  const staff = staffOf(actor);
  const file = fileOf(uploaded);
  await refuseLarge(file);
  const { format } = await inChild({ task: 'inspect', path: file.path, fileName: file.name }, { timeoutMs: INSPECT_MS });
  const stored = await files.put({
    name: file.name,
    mimeType: file.mimeType,
    purpose: 'questions.import',
    stream: createReadStream(file.path),
  });
  const id = newId();
  await inTransaction(async (tx) => {
    await insertBatch(tx, {
      id,
      fileId: stored.id,
      fileName: stored.name,
      format,
      sizeBytes: stored.sizeBytes,
      startedBy: staff.id,
    });
    await audit(tx, {
      actor,
      action: 'questions.uploadImport',
      object: `import:${id}`,
      after: { fileName: stored.name, sha256: stored.sha256 },
    });
  });
  return toBatch(await batchOf(id));
}

/** Checks all images and audio of the sources in a child; `work` may use the files as long as it runs. */
export async function withMedia<Result>(
  sources: readonly MediaSource[],
  { signal, timeoutMs = DESCRIBE_MS }: { signal?: AbortSignal; timeoutMs?: number },
  work: (media: MediaResult) => Promise<Result>,
): Promise<Result> {
  const { imageMb, audioMb } = await settings(questionSettings).get();
  const folder = await mkdtemp(path.join(tmpdir(), 'questions-media-'));
  try {
    const maxBytes = { image: imageMb * 1024 * 1024, audio: audioMb * 1024 * 1024 };
    const task = { task: 'media' as const, sources, folder, limits: await readLimits(), maxBytes };
    return await work(await inChild(task, { timeoutMs, ...(signal ? { signal } : {}) }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function takeMedia(id: string, uploaded: UploadedFile | undefined): Promise<ImportBatch> {
  const batch = notBusy(await batchOf(id));
  const file = fileOf(uploaded);
  await refuseLarge(file);
  const summary = await withMedia([{ kind: 'zip', path: file.path }], {}, async ({ usable, refused }) => ({
    name: file.name.slice(-120),
    usable: usable.map(({ name }) => name),
    refused,
  }));
  const stored = await files.put({
    name: file.name,
    mimeType: 'application/zip',
    purpose: 'questions.import',
    stream: createReadStream(file.path),
  });
  await setMedia(db(), id, stored.id, summary);
  if (batch.media_file_id) await files.remove(batch.media_file_id);
  return toBatch(await batchOf(id));
}

/** Reads the whole file once and keeps what was found. */
export async function describe(id: string, choice: SourceChoice): Promise<FileDescription> {
  const batch = notBusy(await batchOf(id));
  const { description, items } = await inChild(
    {
      task: 'describe',
      path: await files.path(batch.file_id),
      format: batch.format,
      choice,
      limits: await readLimits(),
      language: 'en',
    },
    { timeoutMs: DESCRIBE_MS },
  );
  await setDescription(db(), id, description, items);
  return description;
}

export async function description(id: string): Promise<FileDescription> {
  return (await batchOf(id)).description ?? refuse(questionsProblems.importState, { params: { state: 'uploaded' } });
}
