import { type Actor, db, encodeCursor } from '@lyceum/core/server';
import type { z } from 'zod';
import type { listQuestions, QuestionRow } from '../../../contract/index.ts';
import { type Mark, marksIn, passage } from '../../../domain/search/marks.ts';
import { searchWords } from '../../../domain/search/words.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { countQuestions, type ListRecord, RANKED_AT_MOST, listQuestions as readPage } from '../records/question-list.ts';
import { isModified } from '../records/question-row.ts';
import { scopeOf } from './scope.ts';
import { topicPaths, topicTree } from './topic-tree.ts';

type Query = z.output<NonNullable<(typeof listQuestions)['query']>>;

const STEM_SHOWN = 200;
const PASSAGE_SHOWN = 160;

/** The list of the bank, as far as the actor sees it; the total is counted for the first page only. */
export async function questionList({ cursor, pageSize, sort, ...filter }: Query, actor: Actor) {
  const scope = await scopeOf(actor);
  const [found, tree, total] = await Promise.all([
    readPage(db(), filter, scope, { cursor, pageSize, sort }),
    topicTree(db()),
    cursor === undefined ? countQuestions(db(), filter, scope) : null,
  ]);
  const rows = found.slice(0, pageSize);
  const paths = topicPaths(tree);
  const words = searchWords(filter.search ?? '');
  const last = rows.at(-1);
  const isRanked = sort.endsWith('relevance') && words.length > 0;
  return {
    rows: rows.map((row) => toRow(row, paths, words)),
    next: found.length > pageSize && last ? encodeCursor([last.sort_value, last.id]) : null,
    total,
    rankedOf: isRanked && total !== null && total > RANKED_AT_MOST ? RANKED_AT_MOST : null,
  };
}

/** Every text below an object, one after the other. */
const textsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsOf(inner),
  );
};

/** Where the words stand when what is shown of the stem does not hold one of them. */
function foundElsewhere(row: ListRecord, words: readonly string[], shown: readonly Mark[]): QuestionRow['found'] {
  if (words.length === 0 || shown.length > 0) return null;
  const places = [
    ['title', row.title ?? ''],
    ['stem', row.stem],
    ['options', textsOf([row.options, row.details]).join(' · ')],
    ['explanation', row.explanation ?? ''],
  ] as const;
  for (const [field, text] of places) {
    const found = passage(cleanLine(text), words, PASSAGE_SHOWN);
    if (found) return { field, ...found };
  }
  return null;
}

function toRow(row: ListRecord, paths: ReadonlyMap<string, string>, words: readonly string[]): QuestionRow {
  const stemStart = cleanLine(row.stem.slice(0, 2 * STEM_SHOWN)).slice(0, STEM_SHOWN);
  const stemMarks = marksIn(stemStart, words);
  return {
    documentId: row.document_id,
    code: row.code,
    stemStart,
    stemMarks,
    title: row.title,
    found: foundElsewhere(row, words, stemMarks),
    type: row.type,
    topic: row.topic === null ? null : { documentId: row.topic, path: paths.get(row.topic) ?? '' },
    difficulty: row.difficulty,
    language: row.language,
    examTypes: row.exam_types ?? [],
    skill: row.skill,
    tags: row.tags ?? [],
    status: row.state,
    version: row.version,
    modified: isModified(row),
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.editor,
    owner: row.owner,
    isShared: row.is_shared === true,
    licence: row.licence,
    timesUsed: row.times_used,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    shareCorrect: row.share_correct,
    mayChange: row.may_change === true,
  };
}
