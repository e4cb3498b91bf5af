import { db, inTransaction, type Tx } from '../data/db.ts';
import { sql } from '../data/sql.ts';
import { log, withLogContext } from '../ports/log.ts';
import { type Subscriber, subscribersOf } from './subscribers.ts';

type Row = { id: string; type: string; version: number; payload: unknown; occurred_at: Date; attempts: number };

const BATCH = 100;
/** After so many tries an event lies on the dead list until somebody runs it again. */
export const MAX_ATTEMPTS = 10;

/** Seconds until the next try: 1, 2, 4 … at most ten minutes. */
export const retryDelaySec = (attempts: number): number => Math.min(600, 2 ** Math.max(0, attempts - 1));

async function deliver(subscriber: Subscriber, row: Row): Promise<void> {
  await inTransaction(async (tx) => {
    const first = await tx.run(sql`
      INSERT INTO activity.core_consumed_events (subscriber, event_id) VALUES (${subscriber.name}, ${row.id}) ON CONFLICT DO NOTHING`);
    if (first === 0) return;
    await subscriber.handle(tx, {
      id: row.id,
      type: row.type,
      version: row.version,
      occurredAt: row.occurred_at,
      payload: row.payload,
    });
  });
}

/** Delivers one event to everybody who listens; what failed is named. */
async function deliverToAll(row: Row): Promise<string | null> {
  const failures: string[] = [];
  for (const subscriber of subscribersOf(row.type)) {
    try {
      await deliver(subscriber, row);
    } catch (error) {
      log().error({ err: error, subscriber: subscriber.name }, 'subscriber failed');
      failures.push(`${subscriber.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failures.length > 0 ? failures.join('\n').slice(0, 2000) : null;
}

/** Takes events for itself for a while, so that two relays never deliver the same one at once. */
const claim = () =>
  db().many<Row>(sql`
    UPDATE activity.core_events SET next_attempt_at = now() + interval '15 seconds', attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM activity.core_events
      WHERE relayed_at IS NULL AND dead_at IS NULL AND next_attempt_at <= now()
      ORDER BY position LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id, type, version, payload, occurred_at, attempts`);

async function settle(row: Row, failure: string | null): Promise<void> {
  if (failure === null) {
    await db().run(sql`UPDATE activity.core_events SET relayed_at = now(), error = NULL WHERE id = ${row.id}`);
    return;
  }
  const dead = row.attempts >= MAX_ATTEMPTS;
  await db().run(sql`
    UPDATE activity.core_events SET error = ${failure}, dead_at = CASE WHEN ${dead} THEN now() END,
      next_attempt_at = now() + make_interval(secs => ${retryDelaySec(row.attempts)})
    WHERE id = ${row.id}`);
}

/** Delivers what waits, oldest first. Gives back how many it took; fewer than a full batch means nothing more waits. */
export async function relayOnce(): Promise<number> {
  const rows = (await claim()).sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime());
  for (const row of rows) {
    await withLogContext({ eventId: row.id }, async () => settle(row, await deliverToAll(row)));
  }
  return rows.length;
}

/** Delivers until nothing waits; tests call it instead of waiting for the jobs process. */
export async function relayAll(): Promise<number> {
  let total = 0;
  for (let count = await relayOnce(); count > 0; count = await relayOnce()) total += count;
  return total;
}

/** Puts a dead event back in line. */
export async function revive(tx: Tx, eventId: string): Promise<boolean> {
  const count = await tx.run(sql`
    UPDATE activity.core_events SET dead_at = NULL, attempts = 0, next_attempt_at = now() WHERE id = ${eventId} AND dead_at IS NOT NULL`);
  return count > 0;
}
