import { randomBytes } from 'node:crypto';
import { type Db, sql } from '@lyceum/core/server';
import type { DecidedRow } from '../../../../domain/import/decide.ts';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A document id of Strapi's form: 24 letters and digits that begin with a letter. */
export function newDocumentId(): string {
  const bytes = randomBytes(24);
  let id = '';
  for (const [at, byte] of bytes.entries()) id += at === 0 ? ALPHABET[10 + (byte % 26)] : ALPHABET[byte % 36];
  return id;
}

/** The connection's own table through which rows go into Strapi's tables; nothing of it is logged or left behind. */
export const STAGE = sql`
  CREATE TEMP TABLE IF NOT EXISTS questions_stage (
    number integer, row_hash text, code text, stem_start text, result text, messages jsonb, losses jsonb, cells jsonb, document_id text, existing_id integer,
    type text, stem text, options jsonb, key jsonb, unit text, explanation text, solution text, hints jsonb, points float8, difficulty integer,
    topic text, tags jsonb, language text, estimated_sec integer, source text, licence text, content_hash text, same_hash text, title text, details jsonb,
    further_topics jsonb, exam_types jsonb, skill text, irt jsonb) ON COMMIT DELETE ROWS`;

/** True where somebody will want to see or mend the row. */
const isKept = ({ result, messages, isForeign }: DecidedRow): boolean =>
  result === 'failed' || isForeign || (messages.length > 0 && result !== 'skipped');

function staged(row: DecidedRow) {
  const { question, existing } = row;
  const base = {
    number: row.number,
    row_hash: row.rowHash,
    code: row.code,
    stem_start: row.stemStart,
    result: row.result,
    messages: row.messages,
    losses: row.losses,
    cells: isKept(row) ? row.cells : undefined,
    document_id: row.documentId,
    existing_id: existing?.id,
  };
  if (question === null || (row.result !== 'created' && row.result !== 'updated')) return base;
  return {
    ...base,
    type: question.type,
    stem: question.stem,
    options: question.options,
    key: question.key,
    unit: question.unit ?? undefined,
    explanation: question.explanation ?? undefined,
    solution: question.solution ?? undefined,
    hints: question.hints,
    points: question.points,
    difficulty: question.difficulty,
    topic: question.topic,
    tags: question.tags,
    language: question.language,
    estimated_sec: question.estimatedSec ?? undefined,
    source: question.source ?? undefined,
    licence: question.licence ?? undefined,
    content_hash: row.contentHash,
    same_hash: row.sameHash,
    title: question.title ?? undefined,
    details: question.details,
    further_topics: question.furtherTopics,
    exam_types: question.examTypes,
    skill: question.skill ?? undefined,
    irt: question.irt ?? undefined,
  };
}

/** Fills the stage with a chunk in one statement. NUL, which PostgreSQL has no place for, is taken out of raw cells. */
export async function fillStage(db: Db, rows: readonly DecidedRow[]): Promise<void> {
  const json = JSON.stringify(rows.map(staged)).replaceAll('\\u0000', '');
  await db.run(
    sql.named(
      'questions.stage',
      sql`
      INSERT INTO questions_stage (number, row_hash, code, stem_start, result, messages, losses, cells, document_id, existing_id, type, stem, options, key, unit,
        explanation, solution, hints, points, difficulty, topic, tags, language, estimated_sec, source, licence, content_hash, same_hash, title, details,
        further_topics, exam_types, skill, irt)
      SELECT * FROM json_to_recordset(${json}::json) AS r (number integer, row_hash text, code text, stem_start text, result text, messages jsonb,
        losses jsonb, cells jsonb, document_id text, existing_id integer, type text, stem text, options jsonb, key jsonb, unit text, explanation text, solution text,
        hints jsonb, points float8, difficulty integer, topic text, tags jsonb, language text, estimated_sec integer, source text, licence text,
        content_hash text, same_hash text, title text, details jsonb, further_topics jsonb, exam_types jsonb, skill text, irt jsonb)`,
    ),
  );
}
