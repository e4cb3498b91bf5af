import { faultPoint, sql } from '@lyceum/core/server';
import type { DecidedRow } from '../../../../domain/import/decide.ts';
import { countRun, reportRows } from './move.ts';
import { decideChunk, prepareChunk, type Raw, type Session, settleChunk } from './session.ts';
import { fillStage } from './stage.ts';

/** Thrown inside the transaction to undo it: a row failed. */
class Stopped extends Error {
  readonly row: DecidedRow;
  readonly read: number;
  constructor(row: DecidedRow, read: number) {
    super('stopped at the first error');
    this.row = row;
    this.read = read;
  }
}

/** Stops at the first error with nothing written: all chunks are one transaction. */
export async function wholeOrNothing(
  session: Session,
  chunks: AsyncGenerator<Raw[]>,
  _lastChunk: number,
  tell: (read: number) => void,
): Promise<{ stopped: boolean }> {
  const { db, task } = session;
  try {
    await db.transaction(async () => {
      const topics: { documentId: string; path: string }[] = [];
      let read = 0;
      for await (const rows of chunks) {
        const decided = await decideChunk(session, prepareChunk(session, rows));
        const failedAt = decided.rows.findIndex(({ result }) => result === 'failed');
        const failed = decided.rows[failedAt];
        if (failed) throw new Stopped(failed, read + failedAt + 1);
        await settleChunk(session, decided);
        await db.run(sql`DELETE FROM questions_stage`);
        topics.push(...decided.newTopics);
        read += rows.length;
        tell(read);
        faultPoint('import-after-chunk');
      }
      await countRun(db, task, topics, read);
      faultPoint('import-before-commit');
    });
    return { stopped: false };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    // Everything was undone; the one failed row is all that is reported.
    await db.transaction(async () => {
      await fillStage(db, [error.row]);
      await reportRows(db, task);
      await countRun(db, task, [], error.read);
    });
    return { stopped: true };
  }
}
