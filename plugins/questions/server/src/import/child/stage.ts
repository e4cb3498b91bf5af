import { randomBytes } from 'node:crypto';
import { type Db, sql } from '@lyceum/core/server';
import type { PreparedRow } from '../../../../domain/import/prepare-row.ts';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A document id of Strapi's form: 24 letters and digits that begin with a letter. */
export function newDocumentId(): string {
  const bytes = randomBytes(24);
  return [...bytes].map((byte, at) => (at === 0 ? ALPHABET[10 + (byte % 26)] : ALPHABET[byte % 36])).join('');
}

/** The connection's own table through which rows go into Strapi's tables; nothing of it is logged or left behind. */
export const STAGE = sql`
  CREATE TEMP TABLE IF NOT EXISTS questions_stage (
    number integer, row_hash text, code text, stem_start text, outcome text, messages jsonb, cells jsonb, warned boolean, document_id text,
    type text, stem text, options jsonb, key jsonb, unit text, explanation text, solution text, hints jsonb, points float8, difficulty integer,
    topic text, tags jsonb, language text, estimated_sec integer, source text, licence text, content_hash text,
    existing_id integer, existing_hash text, existing_state text)`;

function staged(row: PreparedRow) {
  const { question } = row;
  return {
    number: row.number,
    row_hash: row.rowHash,
    code: row.code,
    stem_start: row.stemStart,
    outcome: row.failed ? 'failed' : null,
    messages: row.messages,
    // Kept where somebody will want to see or mend the row.
    cells: row.messages.length > 0 ? row.cells : null,
    warned: !row.failed && row.messages.length > 0,
    document_id: question ? newDocumentId() : null,
    ...(question
      ? {
          type: question.type, stem: question.stem, options: question.options, key: question.key, unit: question.unit, explanation: question.explanation,
          solution: question.solution, hints: question.hints, points: question.points, difficulty: question.difficulty, topic: question.topic,
          tags: question.tags, language: question.language, estimated_sec: question.estimatedSec, source: question.source, licence: question.licence,
          content_hash: row.contentHash,
        }
      : {}),
  };
}

/** Fills the stage with a chunk in one statement. NUL, which PostgreSQL has no place for, is taken out of raw cells. */
export async function fillStage(db: Db, rows: readonly PreparedRow[]): Promise<void> {
  await db.run(sql`DELETE FROM questions_stage`);
  const json = JSON.stringify(rows.map(staged)).replaceAll('\\u0000', '');
  await db.run(sql`
    INSERT INTO questions_stage (number, row_hash, code, stem_start, outcome, messages, cells, warned, document_id, type, stem, options, key, unit,
      explanation, solution, hints, points, difficulty, topic, tags, language, estimated_sec, source, licence, content_hash)
    SELECT * FROM jsonb_to_recordset(${json}::jsonb) AS r (number integer, row_hash text, code text, stem_start text, outcome text, messages jsonb,
      cells jsonb, warned boolean, document_id text, type text, stem text, options jsonb, key jsonb, unit text, explanation text, solution text,
      hints jsonb, points float8, difficulty integer, topic text, tags jsonb, language text, estimated_sec integer, source text, licence text,
      content_hash text)`);
}
