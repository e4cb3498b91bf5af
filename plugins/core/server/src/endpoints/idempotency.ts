import { createHash } from 'node:crypto';
import { type AnyEndpoint, coreProblems, refuse } from '../../../contract/index.ts';
import { inTransaction } from '../data/db.ts';
import { sql } from '../data/sql.ts';
import { type Actor, actorKey } from '../identity.ts';
import type { RawRequest } from './http.ts';

type Stored = { endpoint: string; request_hash: string; reply: unknown };

/** Keys are kept for a day; the same key later is a new request [R9]. */
export const KEPT_HOURS = 24;

const hashOf = (raw: RawRequest) =>
  createHash('sha256')
    .update(JSON.stringify([raw.params, raw.query, raw.body]))
    .digest('hex');

/**
 * Makes a request that is sent twice act once: the effect and the stored answer are one transaction, so a crash between
 * them cannot happen, and a second sender waits for the first. The key belongs to the actor: another's key is another key.
 * @throws Refusal when the key is missing, or was used for another request
 */
export async function once(endpoint: AnyEndpoint, actor: Actor, raw: RawRequest, work: () => Promise<unknown>): Promise<unknown> {
  const key = raw.http.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length < 8 || key.length > 200) refuse(coreProblems.idempotencyKeyMissing);
  const name = `${endpoint.method} ${endpoint.path}`;
  const who = actor.kind === 'nobody' ? `ip:${raw.http.ip}` : actorKey(actor);
  const hash = hashOf(raw);
  return inTransaction(async (tx) => {
    const claimed = await tx.run(sql`
      INSERT INTO activity.core_idempotency_keys AS k (actor, key, endpoint, request_hash) VALUES (${who}, ${key}, ${name}, ${hash})
      ON CONFLICT (actor, key) DO UPDATE SET endpoint = excluded.endpoint, request_hash = excluded.request_hash, reply = NULL, made_at = now()
      WHERE k.made_at < now() - make_interval(hours => ${KEPT_HOURS})`);
    if (claimed === 0) {
      const stored = await tx.one<Stored>(sql`
        SELECT endpoint, request_hash, reply FROM activity.core_idempotency_keys WHERE actor = ${who} AND key = ${key}`);
      if (stored.endpoint !== name || stored.request_hash !== hash) refuse(coreProblems.idempotencyKeyReused);
      return stored.reply ?? undefined;
    }
    const reply = await work();
    await tx.run(
      sql`UPDATE activity.core_idempotency_keys SET reply = ${sql.json(reply ?? null)} WHERE actor = ${who} AND key = ${key}`,
    );
    return reply;
  });
}
