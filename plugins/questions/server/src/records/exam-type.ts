import type { DocumentId } from '@lyceum/core/contract';
import { type Db, sql } from '@lyceum/core/server';
import type { BlueprintLine } from '../../../contract/index.ts';

export type ExamTypeRecord = {
  documentId: DocumentId;
  code: string;
  name: string;
  blueprint: BlueprintLine[] | null;
  questions: number;
};

/** All exam types by code, with how many questions carry each. */
export const allExamTypes = (db: Db): Promise<ExamTypeRecord[]> =>
  db.many<ExamTypeRecord>(sql`
    SELECT e.document_id AS "documentId", e.code, e.name, e.blueprint, coalesce(c.count, 0) AS questions
    FROM questions_exam_types e
    LEFT JOIN (
      SELECT x.id, count(*) FROM questions_questions d CROSS JOIN LATERAL jsonb_array_elements_text(d.exam_types) AS x (id)
      WHERE d.published_at IS NULL AND d.state <> 'archived' AND jsonb_typeof(d.exam_types) = 'array' AND d.exam_types <> '[]'
      GROUP BY 1) c ON c.id = e.document_id
    ORDER BY lower(e.code)`);

/** Code and id alone: what forms, rules and imports need. */
export const examTypeCodes = (db: Db): Promise<{ documentId: DocumentId; code: string }[]> =>
  db.many(sql`SELECT document_id AS "documentId", code FROM questions_exam_types`);

/** Nobody else changes the list until the transaction ends. */
export const lockExamTypes = (db: Db): Promise<number> =>
  db.run(sql`SELECT pg_advisory_xact_lock(hashtext('questions.exam-types'))`);
