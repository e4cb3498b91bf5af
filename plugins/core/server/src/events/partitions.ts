import type { Db } from '../data/db.ts';
import { sql } from '../data/sql.ts';

/** The first day of the month `ahead` months after the one of `now`, in UTC. */
export const monthStart = (now: Date, ahead: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));

/** Name and bounds of a month's partition of the outbox. */
export function partitionOf(now: Date, ahead: number): { name: string; from: string; to: string } {
  const from = monthStart(now, ahead);
  const name = `core_events_${from.getUTCFullYear()}_${String(from.getUTCMonth() + 1).padStart(2, '0')}`;
  return { name, from: from.toISOString(), to: monthStart(now, ahead + 1).toISOString() };
}

/**
 * Makes this month's partition and the next two. A month that already has rows in the default partition
 * keeps them there: nothing is moved while the shop is open.
 */
export async function makePartitions(db: Db, now: Date): Promise<void> {
  for (const ahead of [0, 1, 2]) {
    const { name, from, to } = partitionOf(now, ahead);
    const rows = await db.maybeOne(
      sql`SELECT 1 FROM activity.core_events_rest WHERE occurred_at >= ${from} AND occurred_at < ${to} LIMIT 1`,
    );
    if (rows) continue;
    await db.run(
      sql.raw(
        `CREATE TABLE IF NOT EXISTS activity.${name} PARTITION OF activity.core_events FOR VALUES FROM ('${from}') TO ('${to}')`,
      ),
    );
  }
}
