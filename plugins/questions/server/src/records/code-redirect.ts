import { type Db, sql } from '@lyceum/core/server';

/** Lets the code of a merged question lead to the kept one; codes that led to the merged one follow. */
export async function redirectCode(db: Db, code: string, from: string, to: string): Promise<void> {
  await db.run(sql`UPDATE activity.questions_code_redirects SET document_id = ${to} WHERE document_id = ${from}`);
  await db.run(sql`
    INSERT INTO activity.questions_code_redirects (code, document_id) VALUES (${code}, ${to})
    ON CONFLICT (code) DO UPDATE SET document_id = excluded.document_id, made_at = now()`);
}

export const dropCodeRedirect = (db: Db, code: string): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_code_redirects WHERE code = ${code}`);

/** Documents that stand for these codes since a merge, by code: for imports and addresses that still name the old one. */
export async function redirectedCodes(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ code: string; document_id: string }>(
    sql`SELECT code, document_id FROM activity.questions_code_redirects WHERE code = ANY (${[...codes]})`,
  );
  return new Map(rows.map(({ code, document_id: documentId }) => [code, documentId]));
}
