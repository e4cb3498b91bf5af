import { type Db, type Sql, sql } from '@lyceum/core/server';

/**
 * How far somebody of the staff reaches into the bank: over all of it, or over their own questions, those of
 * their institute and, to read, those that are shared.
 */
export type Scope =
  | { readonly kind: 'all'; readonly staffId: number }
  | { readonly kind: 'own'; readonly staffId: number; readonly institute: string | null };

/** Condition on rows of the bank: those a scope may change. */
export function changeableIn(scope: Scope, row = 'd'): Sql {
  if (scope.kind === 'all') return sql`TRUE`;
  const at = sql.raw(row);
  const own = sql`${at}.owner_id = ${scope.staffId}`;
  return scope.institute === null ? sql`(${own})` : sql`(${own} OR ${at}.institute = ${scope.institute})`;
}

/** Condition on rows of the bank: those a scope may see. */
export const seenIn = (scope: Scope, row = 'd'): Sql =>
  scope.kind === 'all' ? sql`TRUE` : sql`(${changeableIn(scope, row)} OR ${sql.raw(row)}.is_shared)`;

/** Of the given questions those the scope sees, and whether it may change each. */
export const reachOf = (
  db: Db,
  scope: Scope,
  documentIds: readonly string[],
): Promise<{ documentId: string; mayChange: boolean }[]> =>
  db.many(sql`
    SELECT d.document_id AS "documentId", coalesce(${changeableIn(scope)}, false) AS "mayChange" FROM questions_questions d
    WHERE d.published_at IS NULL AND d.document_id = ANY (${documentIds}) AND ${seenIn(scope)}`);
