import { faultPoint, sql } from '@lyceum/core/server';
import type { RawRow } from '../../../../domain/import/row.ts';
import { firstFailed } from './decide.ts';
import { countRun, reportRows } from './move.ts';
import { replan, type Session, settleChunk, stageChunk } from './session.ts';

/** Thrown inside the transaction to undo it: a row failed. */
class Stopped extends Error {
  readonly rows: readonly RawRow[];
  readonly number: number;
  readonly read: number;
  constructor(rows: readonly RawRow[], number: number, read: number) {
    super('stopped at the first error');
    this.rows = rows;
    this.number = number;
    this.read = read;
  }
}

/** After everything was undone, the one failed row is all that is reported. */
async function reportStop(session: Session, { rows, number, read }: Stopped): Promise<void> {
  const { db } = session;
  // Nothing is written, so the topics stay planned only.
  const dry: Session = { ...session, task: { ...session.task, dryRun: true } };
  await db.transaction(async () => {
    await stageChunk(dry, rows);
    await db.run(sql`DELETE FROM questions_stage WHERE number <> ${number}`);
    await reportRows(db, session.task);
    await countRun(db, session.task, [], read);
  });
}

/** Stops at the first error with nothing written: all chunks are one transaction. */
export async function wholeOrNothing(
  session: Session,
  chunks: AsyncIterable<RawRow[]>,
  _lastChunk: number,
  tell: (read: number) => void,
): Promise<{ stopped: boolean }> {
  const { db, task } = session;
  let codes = new Map<string, number>();
  try {
    await db.transaction(async () => {
      const topics: string[] = [];
      let read = 0;
      for await (const rows of chunks) {
        codes = new Map(session.codes);
        topics.push(...(await stageChunk(session, rows)));
        const failed = await firstFailed(db);
        if (failed) throw new Stopped(rows, failed.number, read + rows.findIndex(({ number }) => number === failed.number) + 1);
        await settleChunk(session);
        read += rows.length;
        tell(read);
        faultPoint('import-after-chunk');
      }
      await countRun(db, task, topics, read);
    });
    return { stopped: false };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    await replan(session, codes);
    await reportStop(session, error);
    return { stopped: true };
  }
}
