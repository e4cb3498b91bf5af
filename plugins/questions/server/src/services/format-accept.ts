import type { DocumentId } from '@lyceum/core/contract';
import { isRefusal } from '@lyceum/core/contract';
import type { Actor } from '@lyceum/core/server';
import { type AiMark, PROMPT_VERSION, type QuestionInput } from '../../../contract/index.ts';
import { questions } from './question.ts';

type Result = { documentId: DocumentId | null; messages: { field: string; message: string }[] };

/** The fields of a refusal, or its title where it names none. */
const messagesOf = (error: { errors: readonly { path: string; message: string }[]; problem: { title: string } }) =>
  error.errors.length > 0
    ? error.errors.map(({ path, message }) => ({ field: path.replace('body.question.', ''), message }))
    : [{ field: '', message: error.problem.title }];

/**
 * Stores proposals as drafts, each in a transaction of its own and by the same rules as one that is written by hand. Those of a
 * provider bear its mark for good.
 */
export async function acceptDrafts(
  proposals: readonly QuestionInput[],
  { provider, acceptWarnings, origin = null }: { provider: string | null; acceptWarnings: boolean; origin?: string | null },
  actor: Actor,
): Promise<{ results: Result[] }> {
  const ai: AiMark | null = provider === null ? null : { provider, promptVersion: PROMPT_VERSION, origin };
  const results: Result[] = [];
  for (const question of proposals) {
    try {
      const { documentId } = await questions.create({ question, acceptWarnings, ai }, actor);
      results.push({ documentId, messages: [] });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      results.push({ documentId: null, messages: messagesOf(error) });
    }
  }
  return { results };
}
