import { defineSchedule } from '@lyceum/core/contract';

/** Removes links and sessions that ended long ago. */
export const removeEndedSessions = defineSchedule({
  name: 'platform.removeEndedSessions',
  queue: 'maintenance',
  pattern: '17 3 * * *',
  timeZone: 'UTC',
});
