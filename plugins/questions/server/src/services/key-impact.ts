import { refuse } from '@lyceum/core/contract';
import { type Actor, db } from '@lyceum/core/server';
import { type KeyImpact, questionsProblems } from '../../../contract/index.ts';
import { changedKeys } from '../records/key-change.ts';
import { seenOf } from './scope.ts';
import { attemptImpact } from './use-figures.ts';
import { usesOf } from './uses.ts';

const MOST_NAMED = 5;

/** Used questions among these that would get another key, with the number of attempts whose score it would change. */
async function impactsOf(documentIds: readonly string[]): Promise<KeyImpact[]> {
  const impacts: KeyImpact[] = [];
  for (const { documentId, code, key } of await changedKeys(db(), documentIds)) {
    const [attempts, uses] = await Promise.all([attemptImpact(documentId, key), usesOf([documentId])]);
    if (attempts > 0 || uses.length > 0)
      impacts.push({ documentId, code, attempts, uses: [...new Set(uses.map(({ title }) => title))] });
  }
  return impacts;
}

/** The same for the questions an actor sees: what the dialog before a publish shows. */
export async function keyImpacts(documentIds: readonly string[], actor: Actor): Promise<{ changes: KeyImpact[] }> {
  return { changes: await impactsOf(await seenOf(actor, documentIds)) };
}

/**
 * Lets a publish through that changes no key of a used question, or says why it does. Call it in the transaction that publishes,
 * whoever publishes and however many.
 * @throws Refusal `reasonNeeded`, naming the questions and the attempts
 */
export async function requireReason(documentIds: readonly string[], note: string | null | undefined): Promise<void> {
  if (note?.trim() || documentIds.length === 0) return;
  const impacts = await impactsOf(documentIds);
  if (impacts.length === 0) return;
  const named = impacts.slice(0, MOST_NAMED).map(({ code }) => code);
  refuse(questionsProblems.reasonNeeded, {
    params: {
      count: impacts.length,
      attempts: impacts.reduce((sum, { attempts }) => sum + attempts, 0),
      codes: `${named.join(', ')}${impacts.length > named.length ? ' …' : ''}`,
    },
  });
}
