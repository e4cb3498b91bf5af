import type { Tx } from './data/db.ts';
import { sql } from './data/sql.ts';
import { type Actor, actorKey } from './identity.ts';
import { requestIdNow } from './ports/log.ts';

export type AuditEntry = {
  readonly actor: Actor | 'system';
  /** `<plugin>.<verb>`, for example `exams.voidAttempt`. */
  readonly action: string;
  /** `<noun>:<id>`. */
  readonly object: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Notes who did what, in the transaction of the deed. The table cannot be changed afterwards. */
export async function audit(tx: Tx, { actor, action, object, before, after }: AuditEntry): Promise<void> {
  const who = actor === 'system' ? 'system' : actorKey(actor);
  await tx.run(sql`
    INSERT INTO activity.core_audit_log (actor, action, object, before, after, request_id)
    VALUES (${who}, ${action}, ${object}, ${sql.json(before ?? null)}, ${sql.json(after ?? null)}, ${requestIdNow() ?? null})`);
}

/** The same deed to many objects, a line each, in one statement. */
export async function auditEach(
  tx: Tx,
  { objects, actor, action, after }: Omit<AuditEntry, 'object' | 'before'> & { readonly objects: readonly string[] },
): Promise<void> {
  if (objects.length === 0) return;
  const who = actor === 'system' ? 'system' : actorKey(actor);
  await tx.run(sql`
    INSERT INTO activity.core_audit_log (actor, action, object, after, request_id)
    SELECT ${who}, ${action}, object, ${sql.json(after ?? null)}, ${requestIdNow() ?? null} FROM unnest(${[...objects]}::text[]) AS object`);
}
