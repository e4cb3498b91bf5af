import { beginningWith, type Db, sql } from '@lyceum/core/server';

/** Codes in use that begin so, and no copy gets one of them until the transaction ends. */
export async function codesBeginning(db: Db, start: string): Promise<Set<string>> {
  await db.run(sql`SELECT pg_advisory_xact_lock(hashtext('questions.copy'))`);
  const rows = await db.many<{ code: string }>(sql`
    SELECT code FROM questions_questions WHERE published_at IS NULL AND lower(code) LIKE ${beginningWith(start.toLowerCase())}`);
  return new Set(rows.map(({ code }) => code));
}
