import type { DocumentId } from '@lyceum/core/contract';
import type { DuplicatePair, PairSide, QuestionStatus, QuestionType } from '../../../contract/index.ts';
import { percentOf } from '../../../domain/duplicates/text-similarity.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import type { PairRecord } from '../records/duplicate.ts';

const STEM_SHOWN = 200;

type Row = {
  document_id: DocumentId;
  code: string;
  stem: string;
  type: QuestionType;
  topic: DocumentId | null;
  state: QuestionStatus;
};

/** A question as one side of a pair shows it. */
export const toSide = (row: Row, paths: ReadonlyMap<string, string>): PairSide => ({
  documentId: row.document_id,
  code: row.code,
  stemStart: cleanLine(row.stem.slice(0, 2 * STEM_SHOWN)).slice(0, STEM_SHOWN),
  type: row.type,
  topicPath: row.topic === null ? null : (paths.get(row.topic) ?? null),
  status: row.state,
});

export const toPair = (row: PairRecord, paths: ReadonlyMap<string, string>): DuplicatePair => ({
  id: row.id,
  percent: percentOf(row.similarity),
  decision: row.decision,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at?.toISOString() ?? null,
  foundAt: row.found_at.toISOString(),
  a: toSide(
    {
      document_id: row.a_document_id,
      code: row.a_code,
      stem: row.a_stem_start,
      type: row.a_type,
      topic: row.a_topic,
      state: row.a_state,
    },
    paths,
  ),
  b: toSide(
    {
      document_id: row.b_document_id,
      code: row.b_code,
      stem: row.b_stem_start,
      type: row.b_type,
      topic: row.b_topic,
      state: row.b_state,
    },
    paths,
  ),
});
