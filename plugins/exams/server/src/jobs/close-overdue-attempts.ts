import { log, onSchedule } from '@lyceum/core/server';
import { closeOverdueAttempts } from '../../../contract/jobs.ts';
import { closeOverdue } from '../services/finish.ts';

/** Submits what is saved of attempts whose time is over [E-12]. */
export function registerCloseOverdue(): void {
  onSchedule(closeOverdueAttempts, async ({ signal }) => {
    const closed = await closeOverdue(signal);
    if (closed > 0) log().info({ closed }, 'overdue attempts closed');
  });
}
