import type { Core } from '@strapi/types';
import { CORE_PERMISSIONS, defineSchedule } from '../../contract/index.ts';
import { db, inTransaction } from './data/db.ts';
import { registerMigrations } from './data/migrations.ts';
import { sql } from './data/sql.ts';
import { KEPT_HOURS } from './endpoints/idempotency.ts';
import { makePartitions } from './events/partitions.ts';
import { handleJob, onSchedule } from './jobs/handlers.ts';
import { aiUsage } from './migrations/2026-11-21-ai.ts';
import { floor } from './migrations/2026-11-21-floor.ts';
import { registerPermissions } from './permissions.ts';
import { registerPersonalData } from './personal-data.ts';
import { clock } from './ports/clock.ts';
import { carryMail, deliverMail, MAIL_TRIES } from './ports/mail.ts';
import { useStrapi } from './strapi.ts';

const tidyUp = defineSchedule({ name: 'core.tidyUp', queue: 'maintenance', everyMs: 3_600_000 });

const PERMISSION_NAMES: Record<keyof typeof CORE_PERMISSIONS, string> = {
  settings: 'Change settings',
  mails: 'Read the mail tray',
  jobs: 'See and rerun jobs',
  audit: 'Read the audit log',
};

/** Old keys and finished jobs go; months to come get their partition. */
async function tidy(): Promise<void> {
  await inTransaction((tx) => makePartitions(tx, clock.now()));
  await db().run(sql`DELETE FROM activity.core_idempotency_keys WHERE made_at < now() - make_interval(hours => ${KEPT_HOURS})`);
  await db().run(
    sql`DELETE FROM activity.core_jobs WHERE state IN ('done', 'dropped') AND finished_at < now() - interval '30 days'`,
  );
}

export function register({ strapi }: { strapi: Core.Strapi }): void {
  useStrapi(strapi);
  registerMigrations('core', [floor, aiUsage]);
  registerPermissions(
    'core',
    Object.entries(CORE_PERMISSIONS).map(([name, uid]) => ({
      uid: uid.replace('plugin::core.', ''),
      displayName: PERMISSION_NAMES[name as keyof typeof CORE_PERMISSIONS],
    })),
  );
  registerPersonalData('core', [{ table: 'activity.core_mails', column: 'user_id', exportAs: 'mails', erase: 'delete' }]);
  handleJob(deliverMail, ({ mailId }, { attempt }) => carryMail(mailId, { isLastTry: attempt >= MAIL_TRIES }));
  onSchedule(tidyUp, tidy);
}
