import type { DocumentId } from '@lyceum/core/contract';
import { type Actor, aiProvider, askAi, db } from '@lyceum/core/server';
import { z } from 'zod';
import { DIFFICULTY, type TagSuggestion } from '../../../contract/index.ts';
import { tagInstructions } from '../../../domain/format/instructions.ts';
import { vote } from '../../../domain/format/vote.ts';
import { alike } from '../records/alike.ts';
import { findDrafts } from '../records/question.ts';
import type { QuestionRecord } from '../records/question-row.ts';
import { namesOfBank } from './format-facts.ts';
import { requireSeen } from './scope.ts';

/** Similar questions that vote on a tag. */
const NEIGHBOURS = 15;

const Answer = z.object({
  tags: z
    .array(
      z.object({
        /** Of the question in the list, from 0. */
        place: z.number().int().min(0),
        topic: z.string().nullable().default(null),
        difficulty: z.number().int().min(DIFFICULTY.min).max(DIFFICULTY.max).nullable().default(null),
        examTypes: z.array(z.string()).max(20).default([]),
      }),
    )
    .max(100),
});

async function byProvider(drafts: readonly QuestionRecord[]): Promise<TagSuggestion[]> {
  const { topicPaths, examTypeCodes, find } = await namesOfBank();
  const list = drafts.map(({ stem, options }, place) => ({
    place,
    stem: stem.slice(0, 2_000),
    options: options?.map(({ text }) => text.slice(0, 300)),
  }));
  const { value } = await askAi({
    purpose: 'questions.suggestTags',
    instructions: tagInstructions(topicPaths, examTypeCodes),
    prompt: JSON.stringify(list),
    schema: Answer,
    maxTokens: 500 + drafts.length * 150,
  });
  return drafts.map((draft, at) => {
    const tags = value.tags.find(({ place }) => place === at);
    const topic = tags?.topic ? find.topic(tags.topic) : null;
    return {
      documentId: draft.document_id,
      topic: (topic?.found ?? null) as DocumentId | null,
      difficulty: tags?.difficulty ?? null,
      examTypes: (tags?.examTypes ?? []).flatMap((code) => find.examType(code) ?? []) as DocumentId[],
      way: 'ai' as const,
    };
  });
}

async function byNeighbours(draft: QuestionRecord): Promise<TagSuggestion> {
  const found = await alike(db(), `${draft.stem} ${draft.explanation ?? ''}`, draft.document_id, NEIGHBOURS);
  const { topic, difficulty, examTypes } = vote(found);
  return {
    documentId: draft.document_id,
    topic: topic as DocumentId | null,
    difficulty,
    examTypes: [...examTypes] as DocumentId[],
    way: 'built-in',
  };
}

/** Proposed tags for questions one may see; where there is no provider, or it fails, the bank's own questions vote. */
export async function suggestTags(documentIds: readonly DocumentId[], actor: Actor): Promise<{ suggestions: TagSuggestion[] }> {
  for (const documentId of documentIds) await requireSeen(actor, documentId);
  const drafts = await findDrafts(db(), documentIds);
  const own = async () => {
    const suggestions: TagSuggestion[] = [];
    // One after the other: a page of questions must not take every connection.
    for (const draft of drafts) suggestions.push(await byNeighbours(draft));
    return suggestions;
  };
  return { suggestions: aiProvider() === null ? await own() : await byProvider(drafts).catch(own) };
}
