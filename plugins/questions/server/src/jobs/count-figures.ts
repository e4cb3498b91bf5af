import { clock, inTransaction, sql } from '@lyceum/core/server';
import { CARE_CODES, type CareFlag } from '../../../contract/index.ts';
import { figuresOf } from '../../../domain/statistics/figures.ts';
import { flagsOf } from '../../../domain/statistics/flags.ts';
import { addItem, type ItemSums, newSums } from '../../../domain/statistics/sums.ts';
import { type CountedRevision, countedRevisions, dropOldFigures, type FiguresRow, putFigures } from '../records/item-figures.ts';
import { putShareCorrect } from '../records/usage.ts';
import { itemResponses } from '../services/use-figures.ts';

/** Versions that are written together. */
const CHUNK = 500;

/** The first reason counts most; each further one a little. */
const severityOf = (flags: readonly CareFlag[]): number =>
  flags.reduce((sum, { code }, at) => sum + (at === 0 ? 100 * (CARE_CODES.length - CARE_CODES.indexOf(code)) : 1), 0);

function rowOf(revision: CountedRevision, sums: ItemSums): FiguresRow {
  const { id, documentId, number, key, options, estimatedSec, type } = revision;
  const right = 'correct' in key ? key.correct : null;
  const ids = right === null ? [] : type === 'true-false' ? ['true', 'false'] : (options ?? []).map((option) => option.id);
  const figures = figuresOf(sums, ids);
  const flags = flagsOf(figures, { right, estimatedSec });
  return { revisionId: id, documentId, number, figures, flags, severity: severityOf(flags) };
}

/**
 * Counts the figures of every version anew from all attempts whose score is final: one pass over the answers, one small record a
 * version in memory. Counting anew each time is what makes a voided or re-marked attempt disappear from them.
 */
export async function countFigures(signal: AbortSignal): Promise<void> {
  const countedAt = clock.now();
  const sums = new Map<number, ItemSums>();
  for await (const answer of itemResponses(null)) {
    signal.throwIfAborted();
    const own = sums.get(answer.revisionId) ?? newSums();
    addItem(own, answer);
    sums.set(answer.revisionId, own);
  }
  const ids = [...sums.keys()];
  const newest = new Map<string, { number: number; share: number }>();
  await inTransaction(async (tx) => {
    // Two counts at once (a night and a press of the button) would only overwrite each other.
    await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext('questions.figures'))`);
    for (let start = 0; start < ids.length; start += CHUNK) {
      const revisions = await countedRevisions(tx, ids.slice(start, start + CHUNK));
      const rows = revisions.flatMap((revision) => {
        const own = sums.get(revision.id);
        return own ? [rowOf(revision, own)] : [];
      });
      await putFigures(tx, rows, countedAt);
      for (const { documentId, number, figures } of rows)
        if (number > (newest.get(documentId)?.number ?? 0)) newest.set(documentId, { number, share: figures.difficulty.value });
    }
    await dropOldFigures(tx, countedAt);
    await putShareCorrect(
      tx,
      [...newest].map(([documentId, { share }]) => ({ documentId, shareCorrect: share })),
    );
  });
}
