import { type Db, sql } from '@lyceum/core/server';
import { sameName } from '../../../domain/topic/tree.ts';

export type RedirectKind = 'topic' | 'exam-type' | 'skill';

/** Old names, codes and document ids that lead to what stands for them today, folded as names are compared. */
export async function redirects(db: Db, kind: RedirectKind): Promise<Map<string, string>> {
  const rows = await db.many<{ old_name: string; document_id: string }>(
    sql`SELECT old_name, document_id FROM activity.questions_redirects WHERE kind = ${kind}`,
  );
  return new Map(rows.map(({ old_name: name, document_id: target }) => [name, target]));
}

/** Lets old names lead to a document; those that led to `from` follow. */
export async function redirect(
  db: Db,
  kind: RedirectKind,
  names: readonly (string | null)[],
  target: string,
  from: string | null = null,
): Promise<void> {
  const old = [...new Set(names.filter((name) => name !== null && name !== '').map((name) => sameName(name ?? '')))];
  await db.run(sql`
    INSERT INTO activity.questions_redirects (kind, old_name, document_id)
    SELECT ${kind}, name, ${target} FROM unnest(${old}::text[]) AS name
    ON CONFLICT (kind, old_name) DO UPDATE SET document_id = excluded.document_id, created_at = now()`);
  if (from !== null)
    await db.run(
      sql`UPDATE activity.questions_redirects SET document_id = ${target} WHERE kind = ${kind} AND document_id = ${from}`,
    );
}

/** A name that is in use again leads nowhere else. */
export const dropRedirects = (db: Db, kind: RedirectKind, names: readonly (string | null)[]): Promise<number> =>
  db.run(sql`
    DELETE FROM activity.questions_redirects
    WHERE kind = ${kind} AND old_name = ANY (${names.flatMap((name) => (name === null ? [] : [sameName(name)]))})`);

/** Redirects to something that is gone lead nowhere. */
export const forgetRedirectsTo = (db: Db, target: string): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_redirects WHERE document_id = ${target}`);
