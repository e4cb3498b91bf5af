import { handleJob, on, onSchedule } from '@lyceum/core/server';
import { nightlyScan, questionEvents, scanDuplicates } from '../../contract/index.ts';
import { askForScan, scanDuplicates as carryOut } from './jobs/scan-duplicates.ts';
import { signDrafts } from './services/similar.ts';

/** Work that finds duplicates: the scan, and what keeps the search for similar questions up to date between two scans. */
export function registerDuplicateWork(): void {
  handleJob(scanDuplicates, carryOut);
  onSchedule(nightlyScan, askForScan);
  on('questions.sign-published', questionEvents.questionsPublished, (tx, { payload }) => signDrafts(tx, payload.documentIds));
  on('questions.scan-imported', questionEvents.importFinished, async (_tx, { payload }) => {
    if (!payload.dryRun && payload.created + payload.updated > 0) await askForScan();
  });
}
