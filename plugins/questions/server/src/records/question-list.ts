import type { DocumentId, Locale } from '@lyceum/core/contract';
import { type Db, keyset, type Sql, sql } from '@lyceum/core/server';
import type { Details, Option, QuestionStatus, QuestionType } from '../../../contract/index.ts';
import { type QuestionFilter, questionConditions, searchOf } from './question-filter.ts';
import { instant } from './question-row.ts';
import { changeableIn, type Scope } from './scope.ts';

export type ListRecord = {
  id: number;
  document_id: DocumentId;
  code: string;
  title: string | null;
  stem: string;
  options: Option[] | null;
  details: Details | null;
  explanation: string | null;
  type: QuestionType;
  topic: DocumentId | null;
  difficulty: number;
  language: Locale;
  exam_types: DocumentId[] | null;
  skill: DocumentId | null;
  tags: string[] | null;
  state: QuestionStatus;
  content_hash: string | null;
  updated_at: Date;
  editor: string | null;
  owner: string | null;
  is_shared: boolean | null;
  licence: string | null;
  version: number;
  published_hash: string | null;
  times_used: number;
  last_used_at: Date | null;
  share_correct: number | null;
  may_change: boolean | null;
  sort_value: string | number;
};

export type ListPage = { readonly sort: string; readonly cursor?: string | undefined; readonly pageSize: number };

/** Matches of one search that are put in order by relevance; of more than these the newest. */
export const RANKED_AT_MOST = 1_000;

/** Without a search the beginning of the stem is enough; a search looks for its words in all texts. */
const SHOWN_STEM = 400;

const SORTS = {
  code: { column: 'd.code', cast: 'text' },
  updatedAt: { column: 'd.updated_at', cast: 'timestamptz' },
  difficulty: { column: 'd.difficulty', cast: 'int8' },
  timesUsed: { column: 'd.times_used', cast: 'int8' },
  relevance: { column: 'd.relevance', cast: 'float8' },
} as const;

/** How well a match fits; a code that begins so comes before everything, then title, stem and the rest. */
const relevance = (words: string | null, start: string): Sql =>
  sql`(CASE WHEN lower(d.code) LIKE ${start} THEN 10 ELSE 0 END) + ${words === null ? sql`0::float8` : sql`activity.questions_relevance(d.title, d.code, d.stem, ${words}::tsquery)`}`;

/** The drafts a page is taken from; sorts by what is not a column bring it along. */
function source(filter: QuestionFilter, scope: Scope, sort: string): Sql {
  const conditions = questionConditions(filter, scope);
  const search = searchOf(filter);
  if (sort.endsWith('relevance') && search)
    return sql`(SELECT d.id, ${relevance(search.words, search.start)} AS relevance FROM (
      SELECT d.id, d.title, d.code, d.stem FROM questions_questions d WHERE ${conditions} ORDER BY d.updated_at DESC LIMIT ${RANKED_AT_MOST}) d) d WHERE TRUE`;
  if (sort.endsWith('timesUsed'))
    return sql`(SELECT d.id, coalesce(u.times_used, 0) AS times_used FROM questions_questions d
      LEFT JOIN activity.questions_usage u ON u.document_id = d.document_id WHERE ${conditions}) d WHERE TRUE`;
  return sql`questions_questions d WHERE ${conditions}`;
}

/** Without words there is nothing to be relevant to: what was changed last comes first. */
export const sortInForce = ({ sort }: ListPage, filter: QuestionFilter): string =>
  sort.endsWith('relevance') && searchOf(filter) === null ? '-updatedAt' : sort.replace(/^relevance$/, '-relevance');

/** One page and one row more, so that the caller knows whether another follows. Keyset only: no page costs more than the first. */
export function listStatement(filter: QuestionFilter, scope: Scope, page: ListPage): Sql {
  const sort = sortInForce(page, filter);
  const { after, order, sortColumn } = keyset({ ...page, sort }, SORTS, 'd.id', 'int8');
  const texts =
    searchOf(filter) === null
      ? sql`left(d.stem, ${SHOWN_STEM}) AS stem, NULL::jsonb AS options, NULL::jsonb AS details, NULL::text AS explanation`
      : sql`d.stem, d.options, d.details, d.explanation`;
  return sql`
    WITH page AS MATERIALIZED (
      SELECT d.id, ${sortColumn} AS sort_column FROM ${source(filter, scope, sort)} AND ${after} ${order} LIMIT ${page.pageSize + 1})
    SELECT d.id, d.document_id, d.code, d.title, ${texts}, d.type, d.difficulty, d.language, d.exam_types, d.skill, d.tags, d.state, d.content_hash,
      ${instant('d.updated_at')} AS updated_at, d.is_shared, d.licence, t.document_id AS topic, coalesce(r.number, 0) AS version,
      r.content_hash AS published_hash, nullif(trim(concat_ws(' ', a.firstname, a.lastname)), '') AS editor,
      nullif(trim(concat_ws(' ', o.firstname, o.lastname)), '') AS owner, coalesce(u.times_used, 0) AS times_used, u.last_used_at, u.share_correct,
      ${changeableIn(scope)} AS may_change, page.sort_column::text AS sort_value
    FROM page
    JOIN questions_questions d ON d.id = page.id
    LEFT JOIN questions_questions_topic_lnk l ON l.question_id = d.id
    LEFT JOIN questions_topics t ON t.id = l.topic_id
    LEFT JOIN admin_users a ON a.id = d.updated_by_id
    LEFT JOIN admin_users o ON o.id = d.owner_id
    LEFT JOIN activity.questions_usage u ON u.document_id = d.document_id
    LEFT JOIN LATERAL (
      SELECT number, content_hash FROM activity.questions_revisions WHERE document_id = d.document_id ORDER BY number DESC LIMIT 1) r ON true
    ORDER BY page.sort_column ${sql.raw(sort.startsWith('-') ? 'DESC, d.id DESC' : 'ASC, d.id ASC')}`;
}

export const listQuestions = (db: Db, filter: QuestionFilter, scope: Scope, page: ListPage): Promise<ListRecord[]> =>
  db.many<ListRecord>(listStatement(filter, scope, page));

export const countStatement = (filter: QuestionFilter, scope: Scope): Sql =>
  sql`SELECT count(*) AS count FROM questions_questions d WHERE ${questionConditions(filter, scope)}`;

export const countQuestions = async (db: Db, filter: QuestionFilter, scope: Scope): Promise<number> =>
  (await db.one<{ count: number }>(countStatement(filter, scope))).count;
