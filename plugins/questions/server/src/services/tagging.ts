import { type DocumentId, type ReplyOf, refuse } from '@lyceum/core/contract';
import { type Actor, db, inTransaction } from '@lyceum/core/server';
import type { z } from 'zod';
import {
  type listTagging,
  type QuestionInput,
  questionsProblems,
  type TaggingItem,
  type Tags,
  type tagQuestion,
} from '../../../contract/index.ts';
import { normalise } from '../../../domain/question/normalise.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { findDraft, lockDraft } from '../records/question.ts';
import { type QuestionRecord, toInput } from '../records/question-row.ts';
import { countUntagged, untagged } from '../records/tagging.ts';
import { questions } from './question.ts';
import { shownQuestion } from './question-preview.ts';
import { requireChangeable, scopeOf } from './scope.ts';

type Query = z.output<NonNullable<(typeof listTagging)['query']>>;
type Change = z.output<NonNullable<(typeof tagQuestion)['body']>>;

const STEM_SHOWN = 160;

const tagsOf = ({ topic, furtherTopics, examTypes, skill, difficulty, tags }: QuestionInput): Tags => ({
  topic,
  furtherTopics,
  examTypes,
  skill,
  difficulty,
  tags,
});

function toItem(row: QuestionRecord): TaggingItem {
  const input = toInput(row);
  const { item, media } = shownQuestion(normalise(input), 0, 1);
  return {
    documentId: row.document_id,
    code: row.code,
    stemStart: cleanLine(row.stem.slice(0, 2 * STEM_SHOWN)).slice(0, STEM_SHOWN),
    status: row.state,
    updatedAt: row.updated_at.toISOString(),
    tags: tagsOf(input),
    item,
    media,
  };
}

/** The queue of the tagging screen, a page at a time; the total is counted for the first page only. */
export async function taggingQueue(
  { lacks, after, pageSize, ...filter }: Query,
  actor: Actor,
): Promise<ReplyOf<typeof listTagging>> {
  const scope = await scopeOf(actor);
  const [found, total] = await Promise.all([
    untagged(db(), filter, lacks, scope, { after, limit: pageSize + 1 }),
    after === 0 ? countUntagged(db(), filter, lacks, scope) : null,
  ]);
  const rows = found.slice(0, pageSize);
  return { rows: rows.map(toItem), next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null, total };
}

/**
 * Saves the given tags and nothing else, as a draft, by the rules of every save.
 * @throws Refusal `invalidQuestion` with the fields, `changedMeanwhile` when somebody else was faster
 */
export function tag(
  documentId: DocumentId,
  { ifUpdatedAt, ...given }: Change,
  actor: Actor,
): Promise<ReplyOf<typeof tagQuestion>> {
  return inTransaction(async (tx) => {
    await requireChangeable(actor, documentId);
    // Held from the read on: what somebody else writes meanwhile must not be written back.
    await lockDraft(tx, documentId);
    const row = (await findDraft(tx, documentId)) ?? refuse(questionsProblems.questionNotFound);
    const before = toInput(row);
    const question = { ...before, ...(given as Partial<Tags>) };
    const saved = await questions.update(documentId, { question, acceptWarnings: true, ifUpdatedAt, isTagging: true }, actor);
    return { documentId, status: saved.status, updatedAt: saved.updatedAt, tags: tagsOf(saved) };
  });
}
