import { db, encodeCursor } from '@lyceum/core/server';
import type { z } from 'zod';
import type { listQuestions, QuestionRow } from '../../../contract/index.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { countQuestions, type ListRecord, listQuestions as readPage } from '../records/question.ts';
import { isModified } from '../records/question-row.ts';
import { topicPaths, topicTree } from './topic-tree.ts';

type Query = z.output<NonNullable<(typeof listQuestions)['query']>>;

/** The list of the bank; the total is counted for the first page only. */
export async function questionList({ cursor, pageSize, sort, ...filter }: Query) {
  const found = await readPage(db(), filter, { cursor, pageSize, sort });
  const rows = found.slice(0, pageSize);
  const paths = topicPaths(await topicTree(db()));
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => toRow(row, paths)),
    next: found.length > pageSize && last ? encodeCursor([last.sort_value, last.id]) : null,
    total: cursor === undefined ? await countQuestions(db(), filter) : null,
  };
}

function toRow(row: ListRecord, paths: ReadonlyMap<string, string>): QuestionRow {
  return {
    documentId: row.document_id,
    code: row.code,
    stemStart: cleanLine(row.stem_start).slice(0, 200),
    type: row.type,
    topic: row.topic === null ? null : { documentId: row.topic, path: paths.get(row.topic) ?? '' },
    difficulty: row.difficulty,
    language: row.language,
    status: row.state,
    version: row.version,
    modified: isModified(row),
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.editor,
  };
}
