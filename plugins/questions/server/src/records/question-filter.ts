import { beginningWith, type Sql, sql } from '@lyceum/core/server';
import type { z } from 'zod';
import type { exportQuestions } from '../../../contract/index.ts';
import { cleanLine } from '../../../domain/text/clean.ts';

export type QuestionFilter = z.output<NonNullable<(typeof exportQuestions)['query']>>;

const MAX_WORDS = 10;

/** Words of a search as prefixes of a text query; signs of its language never get through. Null when there are none. */
function prefixQuery(search: string): string | null {
  const words =
    search
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{1,60}/gu) ?? [];
  return words.length === 0
    ? null
    : words
        .slice(0, MAX_WORDS)
        .map((word) => `'${word}':*`)
        .join(' & ');
}

/** Codes that begin so, or questions that hold all the words in stem or explanation. */
function searchCondition(search: string): Sql {
  const start = beginningWith(search.toLowerCase());
  const words = prefixQuery(search);
  const byCode = sql`lower(d.code) LIKE ${start}`;
  if (words === null) return byCode;
  return sql`(${byCode} OR to_tsvector('simple'::regconfig, coalesce(d.stem, '') || ' ' || coalesce(d.explanation, '')) @@ ${words}::tsquery)`;
}

/** The topic and everything below it, as row ids. */
export const topicWithBelow = (documentId: string): Sql => sql`
  WITH RECURSIVE below (id) AS (
    SELECT id FROM questions_topics WHERE document_id = ${documentId}
    UNION SELECT p.topic_id FROM questions_topics_parent_lnk p JOIN below b ON p.inv_topic_id = b.id)
  SELECT id FROM below`;

/** The conditions of a list on drafts `d`. Archived ones are shown only when asked for. */
export function questionConditions(filter: QuestionFilter): Sql {
  const conditions: Sql[] = [sql`d.published_at IS NULL`];
  const search = cleanLine(filter.search ?? '');
  if (search !== '') conditions.push(searchCondition(search));
  if (filter.topic) {
    conditions.push(
      sql`EXISTS (SELECT 1 FROM questions_questions_topic_lnk x WHERE x.question_id = d.id AND x.topic_id IN (${topicWithBelow(filter.topic)}))`,
    );
  }
  if (filter.difficultyMin) conditions.push(sql`d.difficulty >= ${filter.difficultyMin}`);
  if (filter.difficultyMax) conditions.push(sql`d.difficulty <= ${filter.difficultyMax}`);
  if (filter.type) conditions.push(sql`d.type = ${filter.type}`);
  if (filter.language) conditions.push(sql`d.language = ${filter.language}`);
  if (filter.batch) conditions.push(sql`d.source_batch = ${filter.batch}`);
  conditions.push(filter.status ? sql`d.state = ${filter.status}` : sql`d.state <> 'archived'`);
  return sql.join(conditions, sql` AND `);
}
