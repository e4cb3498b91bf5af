import { log, onSchedule } from '@lyceum/core/server';
import { tidyRecordings } from '../../../contract/jobs.ts';
import { tidy } from '../services/recordings.ts';

/** Removes files of recordings whose attempt or person is gone. */
export function registerTidyRecordings(): void {
  onSchedule(tidyRecordings, async ({ signal }) => {
    const removed = await tidy(signal);
    if (removed > 0) log().info({ removed }, 'recordings without an attempt removed');
  });
}
