import { db } from '../data/db.ts';
import { sql } from '../data/sql.ts';

/** Tokens spent today (UTC) by all features together. */
export async function tokensToday(): Promise<number> {
  const { tokens } = await db().one<{ tokens: number }>(sql`
    SELECT coalesce(sum(tokens), 0)::int8 AS tokens FROM activity.core_ai_usage WHERE day = (now() AT TIME ZONE 'UTC')::date`);
  return tokens;
}

/** Adds one call and what it cost. */
export async function noteUsage(purpose: string, tokens: number): Promise<void> {
  await db().run(sql`
    INSERT INTO activity.core_ai_usage (day, purpose, calls, tokens)
    VALUES ((now() AT TIME ZONE 'UTC')::date, ${purpose}, 1, ${tokens})
    ON CONFLICT (day, purpose) DO UPDATE SET calls = core_ai_usage.calls + 1, tokens = core_ai_usage.tokens + excluded.tokens`);
}
