import type { DocumentId } from '@lyceum/core/contract';
import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { SetMember, SetRule } from '../../../contract/index.ts';
import { topicWithBelow } from './question-filter.ts';
import { type Scope, seenIn } from './scope.ts';

export type SetRecord = {
  id: string;
  name: string;
  kind: 'fixed' | 'rule';
  documentIds: DocumentId[];
  rule: SetRule | null;
  ownerId: number | null;
  owner: string | null;
  institute: string | null;
  updatedAt: Date;
  sortValue: string;
};

const selectSets = (sortColumn: Sql): Sql => sql`
  SELECT s.id, s.name, s.kind, s.document_ids AS "documentIds", s.rule, s.owner_id AS "ownerId", s.institute, s.updated_at AS "updatedAt",
    (${sortColumn})::text AS "sortValue", coalesce(nullif(trim(concat_ws(' ', a.firstname, a.lastname)), ''), a.email) AS owner
  FROM activity.questions_sets s LEFT JOIN admin_users a ON a.id = s.owner_id`;

/** Sets a scope works with: one's own and those of the institute, or all [Q-09]. */
function inScope(scope: Scope): Sql {
  if (scope.kind === 'all') return sql`TRUE`;
  const own = sql`s.owner_id = ${scope.staffId}`;
  return scope.institute === null ? sql`(${own})` : sql`(${own} OR s.institute = ${scope.institute})`;
}

export type SetFilter = { kind?: 'fixed' | 'rule' | undefined; search?: string | undefined };

const conditions = ({ kind, search }: SetFilter, scope: Scope): Sql =>
  sql.join(
    [
      inScope(scope),
      ...(kind ? [sql`s.kind = ${kind}`] : []),
      ...(search ? [sql`strpos(lower(s.name), lower(${search})) > 0`] : []),
    ],
    sql` AND `,
  );

export const setPage = (
  db: Db,
  filter: SetFilter,
  scope: Scope,
  page: { after: Sql; order: Sql; sortColumn: Sql; limit: number },
): Promise<SetRecord[]> =>
  db.many<SetRecord>(
    sql`${selectSets(page.sortColumn)} WHERE ${conditions(filter, scope)} AND ${page.after} ${page.order} LIMIT ${page.limit}`,
  );

export const countSets = async (db: Db, filter: SetFilter, scope: Scope): Promise<number> =>
  (
    await db.one<{ count: number }>(
      sql`SELECT count(*) AS count FROM activity.questions_sets s WHERE ${conditions(filter, scope)}`,
    )
  ).count;

export const countSetsOf = async (db: Db, staffId: number): Promise<number> =>
  (await db.one<{ count: number }>(sql`SELECT count(*) AS count FROM activity.questions_sets WHERE owner_id = ${staffId}`)).count;

/** One set of a scope; locked for a change where asked. */
export const findSet = (db: Db, scope: Scope, id: string, lock = false): Promise<SetRecord | null> =>
  db.maybeOne<SetRecord>(
    sql`${selectSets(sql.raw('s.updated_at'))} WHERE s.id = ${id} AND ${inScope(scope)} ${sql.raw(lock ? 'FOR UPDATE OF s' : '')}`,
  );

type Stored = Pick<SetRecord, 'id' | 'name' | 'kind' | 'documentIds' | 'rule'>;

export const insertSet = (db: Db, set: Stored, owner: { staffId: number; institute: string | null }): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_sets (id, owner_id, institute, name, kind, document_ids, rule)
    VALUES (${set.id}, ${owner.staffId}, ${owner.institute}, ${set.name}, ${set.kind}, ${set.documentIds},
      ${set.rule === null ? null : sql.json(set.rule)})`);

export const updateSet = (db: Db, set: Stored): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_sets SET name = ${set.name}, kind = ${set.kind}, document_ids = ${set.documentIds},
      rule = ${set.rule === null ? null : sql.json(set.rule)}, updated_at = now()
    WHERE id = ${set.id}`);

export const deleteSet = (db: Db, id: string): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_sets WHERE id = ${id}`);

const seen = (scope: Scope): Sql =>
  scope.kind === 'all'
    ? sql`TRUE`
    : sql`p.document_id IN (SELECT d.document_id FROM questions_questions d WHERE d.published_at IS NULL AND ${seenIn(scope)})`;

/** Published questions a rule finds: as they are published, not as their drafts say. Translations stand behind their question. */
const matching = (rule: SetRule, scope: Scope): Sql => sql`
  FROM activity.questions_pool p
  JOIN questions_questions q ON q.document_id = p.document_id AND q.published_at IS NOT NULL AND q.translation_of IS NULL
  WHERE p.difficulty BETWEEN ${rule.difficultyMin} AND ${rule.difficultyMax} AND ${sql.join(
    [
      seen(scope),
      ...(rule.topic
        ? [
            sql`p.topic_document_id = ANY (ARRAY(SELECT t.document_id FROM questions_topics t WHERE t.id IN (${topicWithBelow(rule.topic)})))`,
          ]
        : []),
      ...(rule.examTypes.length > 0
        ? [
            sql`(${sql.join(
              rule.examTypes.map((id) => sql`q.exam_types @> ${sql.json([id])}`),
              sql` OR `,
            )})`,
          ]
        : []),
      ...(rule.skill ? [sql`q.skill = ${rule.skill}`] : []),
      ...(rule.tags.length > 0 ? [sql`q.tags @> ${sql.json(rule.tags)}`] : []),
    ],
    sql` AND `,
  )}`;

export const countMatching = async (db: Db, rule: SetRule, scope: Scope): Promise<number> =>
  (await db.one<{ count: number }>(sql`SELECT count(*) AS count ${matching(rule, scope)}`)).count;

/** The first questions a rule finds, by code. */
export const idsMatching = async (db: Db, rule: SetRule, scope: Scope, limit: number): Promise<DocumentId[]> => {
  const rows = await db.many<{ id: DocumentId }>(
    sql`SELECT p.document_id AS id ${matching(rule, scope)} ORDER BY q.code LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
};

/** How many of each list of questions are published; in the order of the lists. */
export const countPublished = async (db: Db, lists: readonly (readonly string[])[]): Promise<number[]> => {
  const wanted = [...new Set(lists.flat())];
  const rows = await db.many<{ id: string }>(
    sql`SELECT document_id AS id FROM activity.questions_pool WHERE document_id = ANY (${wanted})`,
  );
  const published = new Set(rows.map(({ id }) => id));
  return lists.map((list) => list.filter((id) => published.has(id)).length);
};

/** Questions by id as far as a scope sees them, in the order asked. */
export const membersOf = (
  db: Db,
  scope: Scope,
  documentIds: readonly string[],
): Promise<(Omit<SetMember, 'stemStart'> & { stem: string })[]> =>
  db.many(sql`
    SELECT d.document_id AS "documentId", d.code, left(d.stem, 400) AS stem, d.type, d.difficulty, d.state AS status
    FROM unnest(${[...documentIds]}::text[]) WITH ORDINALITY AS asked (id, place)
    JOIN questions_questions d ON d.document_id = asked.id AND d.published_at IS NULL
    WHERE ${seenIn(scope)} ORDER BY asked.place`);

/** The kept question takes the place of the merged one. Gives what the sets held. */
export const followMerge = (db: Db, from: string, to: string): Promise<{ id: string; before: string[]; after: string[] }[]> =>
  db.many(sql`
    WITH touched AS (
      SELECT id, document_ids AS before,
        CASE WHEN ${to}::text = ANY (document_ids) THEN array_remove(document_ids, ${from}::text)
          ELSE array_replace(document_ids, ${from}::text, ${to}::text) END AS after
      FROM activity.questions_sets WHERE document_ids @> ARRAY[${from}]::text[] FOR UPDATE)
    UPDATE activity.questions_sets s SET document_ids = t.after FROM touched t WHERE s.id = t.id
    RETURNING s.id, t.before, t.after`);

/** Gives a set back what it held before a merge, unless it was changed since. */
export const undoFollow = (db: Db, { id, before, after }: { id: string; before: string[]; after: string[] }): Promise<number> =>
  db.run(sql`UPDATE activity.questions_sets SET document_ids = ${before} WHERE id = ${id} AND document_ids = ${after}::text[]`);
