import { db, enqueue, inTransaction, type JobContext, settings } from '@lyceum/core/server';
import { questionSettings, scanDuplicates as scanJob } from '../../../contract/index.ts';
import { databaseConfig } from '../database-config.ts';
import { scanBank } from '../duplicates/scan.ts';
import { findScan, noteEnd, noteProgress, noteRunning, noteWaiting } from '../records/duplicate-scan.ts';

/** Asks for a scan; one that waits or runs already is enough. */
export const askForScan = (): Promise<void> =>
  inTransaction(async (tx) => {
    await noteWaiting(tx);
    await enqueue(tx, scanJob, {});
  });

/** Compares the whole bank. A try that fails is made again; the last one leaves word of it. */
export async function scanDuplicates(_payload: object, { signal, attempt, progress }: JobContext): Promise<void> {
  await noteRunning(db());
  const questions = Math.max(1, (await findScan(db()))?.questions ?? 1);
  const { similarFrom } = await settings(questionSettings).get();
  try {
    const result = await scanBank(db(), { database: databaseConfig(), threshold: similarFrom / 100, signal }, async (so) => {
      await noteProgress(db(), so);
      await progress(Math.min(0.99, so.compared / questions), { compared: so.compared, found: so.found });
    });
    await noteEnd(db(), 'done', result.isLimited);
  } catch (error) {
    if (attempt >= (scanJob.attempts ?? 5)) await noteEnd(db(), 'failed', false);
    throw error;
  }
}
