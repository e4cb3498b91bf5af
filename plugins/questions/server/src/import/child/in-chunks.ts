import { faultPoint } from '@lyceum/core/server';
import { prepareRow } from '../../../../domain/import/prepare-row.ts';
import type { RawRow } from '../../../../domain/import/row.ts';
import { countChunk } from './move.ts';
import { decideChunk, replan, type Session, settleChunk } from './session.ts';

/** A chunk in one transaction, again after an error of the database. */
async function write(session: Session, rows: readonly RawRow[], chunk: number): Promise<void> {
  const { db, task } = session;
  const codes = new Map(session.codes);
  for (let attempt = 0; ; attempt += 1) {
    try {
      await db.transaction(async () => {
        const decided = await decideChunk(session, rows);
        await settleChunk(session, decided);
        await countChunk(db, task, chunk, decided.newTopics);
      });
      return;
    } catch (error) {
      if (attempt >= task.retries) throw error;
      await replan(session, codes);
    }
  }
}

/** Takes good rows and leaves bad ones: each chunk is written for itself, and those a broken run wrote are passed over. */
export async function inChunks(
  session: Session,
  chunks: AsyncIterable<RawRow[]>,
  lastChunk: number,
  tell: (read: number) => void,
): Promise<{ stopped: boolean }> {
  let number = 0;
  let read = 0;
  for await (const rows of chunks) {
    number += 1;
    if (number > lastChunk) {
      await write(session, rows, number);
      faultPoint('import-after-chunk');
    } else {
      // Only its codes are needed, to notice the same code further down.
      for (const row of rows) prepareRow(row, session.context);
      session.plan.take();
    }
    read += rows.length;
    tell(read);
  }
  return { stopped: false };
}
