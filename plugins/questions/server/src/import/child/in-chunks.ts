import { faultPoint } from '@lyceum/core/server';
import { countChunk } from './move.ts';
import { decideChunk, type PreparedChunk, prepareChunk, type Raw, replan, type Session, settleChunk } from './session.ts';

/** Issues everything of a chunk; `done` settles when it is committed. Boxed, so that nobody awaits it by accident. */
async function send(session: Session, chunk: PreparedChunk, number: number): Promise<{ done: Promise<unknown> }> {
  const { db, task } = session;
  const begun = db.begin();
  const decided = await decideChunk(session, chunk);
  const hasUpdates = decided.rows.some(({ result, publishesExisting }) => result === 'updated' || publishesExisting);
  const settled = settleChunk(session, decided);
  // Updates wait for answers in between; only then may the commit be issued.
  if (hasUpdates) await settled;
  faultPoint('import-in-chunk');
  const counted = countChunk(db, task, number, decided.newTopics);
  faultPoint('import-before-commit');
  const done = Promise.all([begun, settled, counted, db.commit()]);
  // Looked at after the next chunk is prepared; until then nobody listens.
  done.catch(() => undefined);
  return { done };
}

/** Writes a chunk in one transaction, again after an error of the database. `meanwhile` runs while the database works. */
async function write(
  session: Session,
  first: PreparedChunk,
  number: number,
  meanwhile: () => Promise<void>,
): Promise<{ replanned: boolean }> {
  const { db, task } = session;
  let chunk = first;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { done } = await send(session, chunk, number);
      if (attempt === 0) await meanwhile();
      await done;
      return { replanned: attempt > 0 };
    } catch (error) {
      await db.rollback();
      if (attempt >= task.retries || !isOfDatabase(error)) throw error;
      await replan(session, first.raw[0]?.number ?? 0);
      chunk = prepareChunk(session, first.raw);
    }
  }
}

/** Errors of the file come from the reader and do not get better. */
const isOfDatabase = (error: unknown): boolean => error instanceof Error && error.name !== 'Refusal';

/** Takes good rows and leaves bad ones: each chunk is written for itself, and those a broken run wrote are passed over. */
export async function inChunks(
  session: Session,
  chunks: AsyncGenerator<Raw[]>,
  lastChunk: number,
  tell: (read: number) => void,
): Promise<{ stopped: boolean }> {
  let number = 0;
  let read = 0;
  const next = async (): Promise<PreparedChunk | null> => {
    const { done, value } = await chunks.next();
    return done ? null : prepareChunk(session, value);
  };
  for (let chunk = await next(); chunk !== null; ) {
    number += 1;
    let following: PreparedChunk | null = null;
    let hasFollowing = false;
    const look = async () => {
      following = await next();
      hasFollowing = true;
    };
    if (number > lastChunk) {
      const { replanned } = await write(session, chunk, number, look);
      faultPoint('import-after-chunk');
      if (replanned && following !== null) following = prepareChunk(session, (following as PreparedChunk).raw);
    }
    read += chunk.raw.length;
    tell(read);
    if (!hasFollowing) await look();
    chunk = following;
  }
  return { stopped: false };
}
