import { sql } from '@lyceum/core/server';
import { isItemFormat } from '../../../../contract/index.ts';
import { itemReaderOf, rowReaderOf } from '../readers/registry.ts';
import type { RunTask } from '../tasks.ts';
import { connect } from './database.ts';
import { headersOf } from './describe.ts';
import { inChunks } from './in-chunks.ts';
import { newSession, type Raw } from './session.ts';
import { STAGE } from './stage.ts';
import { wholeOrNothing } from './whole-or-nothing.ts';

/**
 * Runs an import over its file. Goes on behind the last chunk that was committed [C8]; two children never work on the
 * same batch, because each holds its advisory lock as long as it lives.
 */
export async function run(task: RunTask, tell: (read: number) => void): Promise<{ stopped: boolean }> {
  const db = await connect(task.database);
  try {
    // Waits a little: a child that was killed may still have statements running.
    await db.run(sql`SELECT pg_advisory_lock(hashtext('questions.import'), hashtext(${task.batchId}))`);
    await db.run(STAGE);
    const { last_chunk: lastChunk } = await db.one<{ last_chunk: number }>(
      sql`SELECT last_chunk FROM activity.questions_import_batches WHERE id = ${task.batchId} AND run = ${task.run} AND state = 'running'`,
    );
    const { headers, raw } = await opened(task);
    const session = await newSession(db, task, headers);
    const work = task.options.onError === 'stop' ? wholeOrNothing : inChunks;
    return await work(session, ahead(chunked(raw, task.chunkRows)), lastChunk, tell).finally(() =>
      session.similar.matcher.close(),
    );
  } finally {
    await db.close();
  }
}

/** The file at its first question: below the headers of a table, at the first item of a file of whole questions. */
async function opened({ format, path, source, limits }: RunTask): Promise<{ headers: string[]; raw: AsyncIterator<Raw> }> {
  if (isItemFormat(format)) return { headers: [], raw: itemReaderOf(format).items(path, source, limits)[Symbol.asyncIterator]() };
  const raw = rowReaderOf(format).rows(path, source, limits)[Symbol.asyncIterator]();
  const first = await raw.next();
  return { headers: first.done ? [] : headersOf(first.value), raw };
}

async function* chunked(rows: AsyncIterator<Raw>, size: number): AsyncGenerator<Raw[]> {
  let chunk: Raw[] = [];
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    chunk.push(next.value);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Reads the next chunk while the database writes this one. */
async function* ahead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      // A refusal of the reader is raised when its turn comes, not before.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await items.return(undefined).catch(() => undefined);
  }
}
