import type { DocumentId, Locale } from '@lyceum/core/contract';
import { type Sql, sql } from '@lyceum/core/server';
import type { Details, Key, Option, QuestionInput, QuestionStatus, QuestionType } from '../../../contract/index.ts';

/** A draft row with what hangs on it. */
export type QuestionRecord = {
  id: number;
  document_id: DocumentId;
  code: string;
  type: QuestionType;
  title: string | null;
  stem: string;
  options: Option[] | null;
  details: Details | null;
  key: Key;
  unit: string | null;
  explanation: string | null;
  solution: string | null;
  hints: string[] | null;
  points: number;
  difficulty: number;
  topic: DocumentId | null;
  further_topics: DocumentId[] | null;
  exam_types: DocumentId[] | null;
  skill: DocumentId | null;
  irt: QuestionInput['irt'];
  tags: string[] | null;
  language: Locale;
  estimated_sec: number | null;
  source: string | null;
  licence: string | null;
  state: QuestionStatus;
  content_hash: string | null;
  owner_id: number | null;
  institute: string | null;
  is_shared: boolean | null;
  origin: DocumentId | null;
  translation_of: DocumentId | null;
  ai: { provider: string; promptVersion: string } | null;
  source_batch: string | null;
  created_at: Date;
  updated_at: Date;
  published_at: Date | null;
  version: number;
  published_hash: string | null;
};

/** Strapi stores local process time, which is UTC here, without a zone. */
export const instant = (column: string): Sql => sql.raw(`(${column} AT TIME ZONE 'UTC')`);

/** Drafts with topic, newest revision and the moment of the last publish. Add WHERE on `d`. */
export const DRAFTS = sql`
  SELECT d.id, d.document_id, d.code, d.type, d.title, d.stem, d.options, d.details, d.key, d.unit, d.explanation, d.solution, d.hints, d.points, d.difficulty,
    t.document_id AS topic, d.further_topics, d.exam_types, d.skill, d.irt, d.tags, d.language, d.estimated_sec, d.source, d.licence, d.state, d.content_hash, d.source_batch,
    d.owner_id, d.institute, d.is_shared, d.origin, d.translation_of, d.ai,
    ${instant('d.created_at')} AS created_at, ${instant('d.updated_at')} AS updated_at,
    r.created_at AS published_at, coalesce(r.number, 0) AS version, r.content_hash AS published_hash
  FROM questions_questions d
  LEFT JOIN questions_questions_topic_lnk l ON l.question_id = d.id
  LEFT JOIN questions_topics t ON t.id = l.topic_id
  LEFT JOIN LATERAL (
    SELECT number, content_hash, created_at FROM activity.questions_revisions WHERE document_id = d.document_id ORDER BY number DESC LIMIT 1) r ON true`;

/** True when the draft says something else than what was last published. */
export const isModified = (row: Pick<QuestionRecord, 'version' | 'published_hash' | 'content_hash'>): boolean =>
  row.version > 0 && row.published_hash !== row.content_hash;

/** The row as its author wrote it. */
export function toInput(row: QuestionRecord): QuestionInput {
  return {
    code: row.code,
    type: row.type,
    title: row.title,
    stem: row.stem,
    options: row.options ?? [],
    details: row.details ?? {},
    key: row.key,
    unit: row.unit,
    explanation: row.explanation,
    solution: row.solution,
    hints: row.hints ?? [],
    points: row.points,
    difficulty: row.difficulty,
    topic: row.topic,
    furtherTopics: row.further_topics ?? [],
    examTypes: row.exam_types ?? [],
    skill: row.skill,
    irt: row.irt,
    tags: row.tags ?? [],
    language: row.language,
    estimatedSec: row.estimated_sec,
    source: row.source,
    licence: row.licence,
  };
}
