import { beginningWith, type Sql, sql } from '@lyceum/core/server';
import type { MissingPart, QuestionFilter } from '../../../contract/index.ts';
import { prefixQuery } from '../../../domain/search/words.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { HAS_MEDIA } from '../migrations/2026-11-21-list.ts';
import { type Scope, seenIn } from './scope.ts';

export type { QuestionFilter } from '../../../contract/index.ts';

/** The words of a draft, as its index holds them. */
export const WORDS = sql.raw('activity.questions_search(d.title, d.code, d.stem, d.options, d.details, d.explanation)');

/** What somebody searched for: the text query, and how a code would begin. */
export const searchOf = (filter: QuestionFilter): { words: string | null; start: string } | null => {
  const search = cleanLine(filter.search ?? '');
  return search === '' ? null : { words: prefixQuery(search), start: beginningWith(search.toLowerCase()) };
};

/**
 * Codes that begin so, or questions that hold all the words in title, code, stem, options or explanation. A list of ids that is made
 * once, and not a condition: PostgreSQL would make the words of every match anew to check it, and before it knows how many questions
 * there are (right after an import) even those of all questions for each of them.
 */
function searchCondition({ words, start }: { words: string | null; start: string }): Sql {
  const drafts = sql`SELECT d.id FROM questions_questions d WHERE d.published_at IS NULL`;
  const byCode = sql`${drafts} AND lower(d.code) LIKE ${start}`;
  const hits = words === null ? byCode : sql`${drafts} AND ${WORDS} @@ ${words}::tsquery UNION ALL ${byCode}`;
  return sql`d.id IN (WITH hits AS MATERIALIZED (${hits}) SELECT hits.id FROM hits)`;
}

/** The topic and everything below it, as row ids. */
export const topicWithBelow = (documentId: string): Sql => sql`
  WITH RECURSIVE below (id) AS (
    SELECT id FROM questions_topics WHERE document_id = ${documentId}
    UNION SELECT p.topic_id FROM questions_topics_parent_lnk p JOIN below b ON p.inv_topic_id = b.id)
  SELECT id FROM below`;

const hasTopic = (topic: string): Sql =>
  sql`d.id IN (SELECT x.question_id FROM questions_questions_topic_lnk x WHERE x.topic_id = ANY (ARRAY(${topicWithBelow(topic)})))`;

const hasFurtherTopic = (topic: string): Sql => sql`(d.further_topics <> '[]'::jsonb AND EXISTS (
  SELECT 1 FROM questions_topics t WHERE t.id IN (${topicWithBelow(topic)}) AND d.further_topics @> to_jsonb(t.document_id)))`;

/** A filled list that holds any of the values. */
const holdsAny = (column: Sql, values: readonly string[]): Sql =>
  sql`(${column} <> '[]'::jsonb AND (${sql.join(
    values.map((value) => sql`${column} @> ${sql.json([value])}`),
    sql` OR `,
  )}))`;

const emptyList = (column: string): Sql =>
  sql`(${sql.raw(column)} IS NULL OR ${sql.raw(column)} IN ('[]'::jsonb, 'null'::jsonb))`;
const emptyText = (column: string): Sql => sql`coalesce(${sql.raw(column)}, '') = ''`;

const LACKS: Record<MissingPart, Sql> = {
  topic: sql`NOT EXISTS (SELECT 1 FROM questions_questions_topic_lnk x WHERE x.question_id = d.id)`,
  examTypes: emptyList('d.exam_types'),
  skill: emptyText('d.skill'),
  tags: emptyList('d.tags'),
  explanation: emptyText('d.explanation'),
  source: emptyText('d.source'),
  licence: emptyText('d.licence'),
  estimatedSec: sql`d.estimated_sec IS NULL`,
};

/** Ids of staff; `me` is who asks. */
const people = (ids: readonly string[], scope: Scope): number[] => ids.map((id) => (id === 'me' ? scope.staffId : Number(id)));

const YES_NO = {
  shared: sql`coalesce(d.is_shared, false)`,
  licence: sql`coalesce(d.licence, '') <> ''`,
  media: sql.raw(HAS_MEDIA('d.')),
  report: sql`d.document_id IN (SELECT r.document_id FROM activity.questions_reports r WHERE r.state = 'open')`,
  duplicate: sql`EXISTS (
    SELECT 1 FROM activity.questions_duplicates x WHERE x.decision IS NULL AND (x.question_a = d.document_id OR x.question_b = d.document_id))`,
  ai: sql`jsonb_typeof(d.ai) = 'object'`,
  used: sql`d.document_id IN (SELECT u.document_id FROM activity.questions_usage u WHERE u.times_used > 0)`,
} as const;

function yesNoConditions(filter: QuestionFilter): Sql[] {
  return Object.entries(YES_NO).flatMap(([name, condition]) => {
    const wanted = filter[name as keyof typeof YES_NO];
    if (wanted === undefined) return [];
    return [wanted === 'yes' ? condition : sql`(${condition}) IS NOT TRUE`];
  });
}

/**
 * The conditions of a list on drafts `d`: only what the scope sees, and archived ones only when asked for.
 */
export function questionConditions(filter: QuestionFilter, scope: Scope): Sql {
  const conditions: Sql[] = [sql`d.published_at IS NULL`];
  const add = (condition: Sql) => conditions.push(condition);
  if (scope.kind !== 'all') add(seenIn(scope));
  const search = searchOf(filter);
  if (search) add(searchCondition(search));
  if (filter.topic) add(hasTopic(filter.topic));
  if (filter.furtherTopic) add(hasFurtherTopic(filter.furtherTopic));
  if (filter.difficultyMin) add(sql`d.difficulty >= ${filter.difficultyMin}`);
  if (filter.difficultyMax) add(sql`d.difficulty <= ${filter.difficultyMax}`);
  if (filter.type) add(sql`d.type = ANY (${filter.type})`);
  if (filter.language) add(sql`d.language = ANY (${filter.language})`);
  if (filter.examType) add(holdsAny(sql`d.exam_types`, filter.examType));
  if (filter.skill) add(sql`d.skill = ANY (${filter.skill})`);
  if (filter.tag) add(sql`(d.tags <> '[]'::jsonb AND d.tags @> ${sql.json(filter.tag)})`);
  if (filter.owner) add(sql`d.owner_id = ANY (${people(filter.owner, scope)})`);
  if (filter.editor) add(sql`d.updated_by_id = ANY (${people(filter.editor, scope)})`);
  if (filter.institute) add(sql`d.institute = ${filter.institute}`);
  if (filter.batch) add(sql`d.source_batch = ${filter.batch}`);
  if (filter.changedSince) add(sql`d.updated_at >= (${filter.changedSince}::timestamptz AT TIME ZONE 'UTC')`);
  for (const part of filter.missing ?? []) add(LACKS[part]);
  conditions.push(...yesNoConditions(filter));
  add(filter.status ? sql`d.state = ANY (${filter.status})` : sql`d.state <> 'archived'`);
  return sql.join(conditions, sql` AND `);
}
