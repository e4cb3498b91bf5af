import { sql } from '@lyceum/core/server';
import type { RawRow } from '../../../../domain/import/row.ts';
import { readerOf } from '../readers/registry.ts';
import type { RunTask } from '../tasks.ts';
import { connect } from './database.ts';
import { headersOf } from './describe.ts';
import { inChunks } from './in-chunks.ts';
import { newSession } from './session.ts';
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
    const rows = readerOf(task.format).rows(task.path, task.source, task.limits)[Symbol.asyncIterator]();
    const first = await rows.next();
    if (first.done) return { stopped: false };
    const session = await newSession(db, task, headersOf(first.value));
    const work = task.options.onError === 'stop' ? wholeOrNothing : inChunks;
    return await work(session, ahead(chunked(rows, task.chunkRows)), lastChunk, tell);
  } finally {
    await db.close();
  }
}

async function* chunked(rows: AsyncIterator<RawRow>, size: number): AsyncGenerator<RawRow[]> {
  let chunk: RawRow[] = [];
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
