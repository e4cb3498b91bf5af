import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { TagKind } from '../../../contract/index.ts';
import { type QuestionFilter, questionConditions } from './question-filter.ts';
import { DRAFTS, type QuestionRecord } from './question-row.ts';
import { changeableIn, type Scope } from './scope.ts';

const emptyList = (column: string): Sql => sql.raw(`(${column} IS NULL OR ${column} IN ('[]'::jsonb, 'null'::jsonb))`);

const LACKS: Record<TagKind, Sql> = {
  examTypes: emptyList('d.exam_types'),
  skill: sql`coalesce(d.skill, '') = ''`,
  furtherTopics: emptyList('d.further_topics'),
  tags: emptyList('d.tags'),
};

/** Drafts the scope may change that lack one of the kinds. */
const waiting = (filter: QuestionFilter, kinds: readonly TagKind[], scope: Scope): Sql => sql`
  ${questionConditions(filter, scope)} AND ${changeableIn(scope)} AND (${sql.join(
    kinds.map((kind) => LACKS[kind]),
    sql` OR `,
  )})`;

/** Whole drafts behind a row id, oldest first. */
export const untagged = (
  db: Db,
  filter: QuestionFilter,
  kinds: readonly TagKind[],
  scope: Scope,
  page: { after: number; limit: number },
): Promise<QuestionRecord[]> =>
  db.many<QuestionRecord>(
    sql`${DRAFTS} WHERE ${waiting(filter, kinds, scope)} AND d.id > ${page.after} ORDER BY d.id LIMIT ${page.limit}`,
  );

export const countUntagged = async (db: Db, filter: QuestionFilter, kinds: readonly TagKind[], scope: Scope): Promise<number> =>
  (
    await db.one<{ count: number }>(
      sql`SELECT count(*) AS count FROM questions_questions d WHERE ${waiting(filter, kinds, scope)}`,
    )
  ).count;
