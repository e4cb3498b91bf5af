import type { z } from 'zod';
import type { EventDefinition } from '../../../contract/index.ts';
import type { Tx } from '../data/db.ts';
import { type Sql, sql } from '../data/sql.ts';
import { newId } from '../ports/ids.ts';

/** PostgreSQL tells the relay through this channel that something waits; polling stands behind it. */
export const OUTBOX_CHANNEL = 'lyceum_outbox';

/**
 * Writes a fact into the outbox in the same transaction as what happened: both or neither.
 * @throws when the payload is not what the event's schema says
 */
export async function announce<S extends z.ZodType>(tx: Tx, event: EventDefinition<S>, payload: z.input<S>): Promise<string> {
  const id = newId();
  await tx.run(outboxRow(event, payload, id));
  return id;
}

/**
 * The same as one statement, for hot paths that put it into a CTE of their own.
 * @param onlyIf a condition on the other parts of that statement: without their effect nothing is announced
 */
export function outboxRow<S extends z.ZodType>(
  event: EventDefinition<S>,
  payload: z.input<S>,
  id: string = newId(),
  onlyIf: Sql = sql.raw('TRUE'),
) {
  const checked = event.payload.parse(payload);
  return sql`INSERT INTO activity.core_events (id, type, version, payload)
    SELECT ${id}::uuid, ${event.type}::text, ${event.version}::int, ${sql.json(checked)} WHERE ${onlyIf}`;
}
