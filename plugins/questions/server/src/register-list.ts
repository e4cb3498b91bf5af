import { handleJob, onSchedule } from '@lyceum/core/server';
import { refreshUsage, runBulk, tidyBulk } from '../../contract/index.ts';
import { refreshUsage as countAnew } from './jobs/refresh-usage.ts';
import { runBulk as carryOut } from './jobs/run-bulk.ts';
import { tidyBulk as tidy } from './jobs/tidy-bulk.ts';

/** Work behind the list of the bank. */
export function registerListWork(): void {
  handleJob(runBulk, carryOut);
  onSchedule(refreshUsage, countAnew);
  onSchedule(tidyBulk, tidy);
}
