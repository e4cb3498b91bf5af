import { type Db, log, sql } from '@lyceum/core/server';
import type { ClientConfig } from 'pg';
import { countOpen, dropLoosePairs, dropUnseen, type FoundPair, MOST_PAIRS, storePairs } from '../records/duplicate-queue.ts';
import { dropLooseSignatures, storeSameHashes, storeSignatures } from '../records/signature.ts';
import { startThread } from './matcher.ts';
import type { FromThread, ScanBatch } from './messages.ts';

export type ScanResult = { readonly compared: number; readonly found: number; readonly isLimited: boolean };

type Scan = { readonly db: Db; readonly startedAt: Date; readonly seen: [string, string][]; room: number; result: ScanResult };

/** Stores what a batch says; past the limit of the queue only what is there already is kept up. */
async function take(scan: Scan, { compared, limited, pairs, signatures, hashes }: ScanBatch): Promise<void> {
  const taken: readonly FoundPair[] = pairs.slice(0, Math.max(0, scan.room));
  if (taken.length > 0) await storePairs(scan.db, taken);
  if (signatures.length > 0) await storeSignatures(scan.db, signatures);
  if (hashes.length > 0) await storeSameHashes(scan.db, hashes);
  for (const { a, b } of taken) scan.seen.push([a, b]);
  scan.room -= taken.length;
  scan.result = {
    compared: scan.result.compared + compared,
    found: scan.result.found + taken.length,
    isLimited: scan.result.isLimited || limited > 0 || taken.length < pairs.length,
  };
}

/** The batches of the thread one after the other; the thread is ended whatever happens. */
async function* batches(database: ClientConfig, threshold: number, signal: AbortSignal): AsyncGenerator<ScanBatch> {
  const thread = startThread({ task: 'scan', database, threshold });
  const arrived: FromThread[] = [];
  let wake = () => {};
  const arrive = (message: FromThread) => {
    arrived.push(message);
    wake();
  };
  thread.on('message', arrive);
  thread.on('error', (error) => arrive({ kind: 'failed', message: String(error) }));
  thread.on('exit', () => arrive({ kind: 'failed', message: 'the thread ended' }));
  const stop = () => arrive({ kind: 'failed', message: 'stopped' });
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const message = arrived.shift();
      if (message === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (message.kind === 'finished') return;
      if (message.kind === 'failed') throw new Error(`The scan for duplicates broke off: ${message.message}`);
      if (message.kind === 'scanned') yield message.batch;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

/**
 * Compares the whole bank and brings queue, signatures and hashes up to date. Decisions stay. Writes a thousand questions at a
 * time, so a scan that broke off has done no harm and the next one begins anew.
 * @param threshold least similarity of a pair, 0–1
 */
export async function scanBank(
  db: Db,
  { database, threshold, signal }: { database: ClientConfig; threshold: number; signal: AbortSignal },
  progress: (result: ScanResult) => Promise<void>,
): Promise<ScanResult> {
  await dropLoosePairs(db);
  await dropLooseSignatures(db);
  const { now } = await db.one<{ now: Date }>(sql`SELECT now() AS now`);
  const start = { compared: 0, found: 0, isLimited: false };
  const scan: Scan = { db, startedAt: now, seen: [], room: MOST_PAIRS, result: start };
  for await (const batch of batches(database, threshold, signal)) {
    await take(scan, batch);
    await progress(scan.result);
  }
  if (!scan.result.isLimited) await dropUnseen(db, scan.startedAt, scan.seen);
  log().info({ ...scan.result, open: await countOpen(db) }, 'bank scanned for duplicates');
  return scan.result;
}
