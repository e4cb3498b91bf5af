import type { DocumentId } from '@lyceum/core/contract';
import { type Db, keyset, type Sql, sql } from '@lyceum/core/server';
import type { DuplicateDecision, QuestionStatus, QuestionType } from '../../../contract/index.ts';
import { topicWithBelow } from './question-filter.ts';
import { changeableIn, type Scope, seenIn } from './scope.ts';

type Side<Name extends string> = {
  [Key in `${Name}_${'document_id' | 'code' | 'stem_start' | 'type' | 'topic' | 'state'}`]: Key extends `${Name}_document_id`
    ? DocumentId
    : Key extends `${Name}_type`
      ? QuestionType
      : Key extends `${Name}_state`
        ? QuestionStatus
        : Key extends `${Name}_topic`
          ? DocumentId | null
          : string;
};

export type PairRecord = Side<'a'> &
  Side<'b'> & {
    id: number;
    similarity: number;
    decision: DuplicateDecision | null;
    decided_by: string | null;
    decided_at: Date | null;
    found_at: Date;
    merge: MergeMemo | null;
    sort_value: number;
  };

/** What a merge did, so that it can be taken back. */
export type MergeMemo = {
  readonly kept: string;
  readonly merged: string;
  /** State the merged one had. */
  readonly mergedState: QuestionStatus;
  /** Content hash of the kept one's draft before and after. */
  readonly keptBefore: string | null;
  readonly keptAfter: string | null;
  readonly tags: readonly string[];
  readonly furtherTopics: readonly string[];
  readonly examTypes: readonly string[];
  readonly skill: DocumentId | null;
  readonly wasPublished: boolean;
  readonly wasUsed: boolean;
  /** What other parts of the bank moved, by their names. */
  readonly moves: Readonly<Record<string, unknown>>;
};

export type PairFilter = {
  readonly decision: 'open' | 'decided' | DuplicateDecision;
  readonly topic?: string | undefined;
  readonly batch?: string | undefined;
  /** Least similarity, 0–1. */
  readonly from: number;
  readonly search?: string | undefined;
};

const side = (name: 'a' | 'b'): Sql =>
  sql.raw(
    ['document_id', 'code', 'type', 'state'].map((column) => `${name}.${column} AS ${name}_${column}`).join(', ') +
      `, left(${name}.stem, 400) AS ${name}_stem_start, t${name}.document_id AS ${name}_topic`,
  );

const FROM = sql.raw(`
  FROM activity.questions_duplicates p
  JOIN questions_questions a ON a.document_id = p.question_a AND a.published_at IS NULL
  JOIN questions_questions b ON b.document_id = p.question_b AND b.published_at IS NULL`);
const TOPICS = sql.raw(`
  LEFT JOIN questions_questions_topic_lnk la ON la.question_id = a.id LEFT JOIN questions_topics ta ON ta.id = la.topic_id
  LEFT JOIN questions_questions_topic_lnk lb ON lb.question_id = b.id LEFT JOIN questions_topics tb ON tb.id = lb.topic_id
  LEFT JOIN admin_users u ON u.id = p.decided_by`);
const COLUMNS = sql`p.id, p.similarity, p.decision, nullif(trim(concat_ws(' ', u.firstname, u.lastname)), '') AS decided_by,
  p.decided_at, p.found_at, p.merge, ${side('a')}, ${side('b')}`;

/** Pairs both of which the scope sees and one of which it may change: the others are nobody's work here. */
const within = (scope: Scope): Sql =>
  sql`${seenIn(scope, 'a')} AND ${seenIn(scope, 'b')} AND (${changeableIn(scope, 'a')} OR ${changeableIn(scope, 'b')})`;

const decisionIs = (decision: PairFilter['decision']): Sql => {
  if (decision === 'open') return sql`p.decision IS NULL AND a.state <> 'archived' AND b.state <> 'archived'`;
  return decision === 'decided' ? sql`p.decision IS NOT NULL` : sql`p.decision = ${decision}`;
};

function conditions({ decision, topic, batch, from, search }: PairFilter, scope: Scope): Sql {
  const all = [decisionIs(decision), within(scope), sql`p.similarity >= ${from}`];
  if (topic) {
    const below = sql`SELECT x.question_id FROM questions_questions_topic_lnk x WHERE x.topic_id IN (${topicWithBelow(topic)})`;
    all.push(sql`(a.id IN (${below}) OR b.id IN (${below}))`);
  }
  if (batch) all.push(sql`(a.source_batch = ${batch} OR b.source_batch = ${batch})`);
  if (search) all.push(sql`(starts_with(lower(a.code), ${search}) OR starts_with(lower(b.code), ${search}))`);
  return sql.join(all, sql` AND `);
}

const SORTS = {
  similarity: { column: 'p.similarity', cast: 'float8' },
  foundAt: { column: 'p.found_at', cast: 'timestamptz' },
} as const;

/** One page and one row more. */
export function listPairs(
  db: Db,
  filter: PairFilter,
  scope: Scope,
  page: { sort: string; cursor?: string | undefined; pageSize: number },
): Promise<PairRecord[]> {
  const { after, order, sortColumn } = keyset(page, SORTS, 'p.id');
  return db.many<PairRecord>(sql`
    SELECT ${COLUMNS}, ${sortColumn}::text AS sort_value ${FROM} ${TOPICS}
    WHERE ${conditions(filter, scope)} AND ${after} ${order} LIMIT ${page.pageSize + 1}`);
}

export async function countPairs(db: Db, filter: PairFilter, scope: Scope): Promise<number> {
  return (await db.one<{ count: number }>(sql`SELECT count(*) AS count ${FROM} WHERE ${conditions(filter, scope)}`)).count;
}

export const findPair = (db: Db, id: number, scope: Scope): Promise<PairRecord | null> =>
  db.maybeOne<PairRecord>(sql`SELECT ${COLUMNS}, 0 AS sort_value ${FROM} ${TOPICS} WHERE p.id = ${id} AND ${within(scope)}`);

/** Pairs one question belongs to, decided or not. */
export const pairsOf = (db: Db, documentId: string, scope: Scope, from: number): Promise<PairRecord[]> =>
  db.many<PairRecord>(sql`
    SELECT ${COLUMNS}, 0 AS sort_value ${FROM} ${TOPICS}
    WHERE ${documentId} IN (p.question_a, p.question_b) AND ${within(scope)} AND (p.decision IS NOT NULL OR p.similarity >= ${from})
    ORDER BY p.decision IS NOT NULL, p.similarity DESC, p.id LIMIT 50`);

/** Claims an undecided pair; false when somebody was faster. */
export const decidePair = async (db: Db, id: number, decision: 'keep' | 'variants', staffId: number): Promise<boolean> =>
  (await db.run(sql`
    UPDATE activity.questions_duplicates SET decision = ${decision}, decided_by = ${staffId}, decided_at = now()
    WHERE id = ${id} AND decision IS NULL`)) === 1;

/** Opens a pair again that was kept as two; false when it was not. */
export const reopenPair = async (db: Db, id: number, from: DuplicateDecision): Promise<boolean> =>
  (await db.run(sql`
    UPDATE activity.questions_duplicates SET decision = NULL, decided_by = NULL, decided_at = NULL, merge = NULL
    WHERE id = ${id} AND decision = ${from}`)) === 1;

export const noteMerge = async (db: Db, id: number, staffId: number, memo: MergeMemo): Promise<boolean> =>
  (await db.run(sql`
    UPDATE activity.questions_duplicates SET decision = 'merged', decided_by = ${staffId}, decided_at = now(), merge = ${sql.json(memo)}
    WHERE id = ${id} AND decision IS NULL`)) === 1;

/** The question another one was merged into, if it was. */
export const mergedInto = (db: Db, documentId: string): Promise<{ kept: string } | null> =>
  db.maybeOne(sql`
    SELECT merge->>'kept' AS kept FROM activity.questions_duplicates
    WHERE ${documentId} IN (question_a, question_b) AND decision = 'merged' AND merge->>'merged' = ${documentId} LIMIT 1`);
