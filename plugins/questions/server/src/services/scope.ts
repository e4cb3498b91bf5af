import { refuse } from '@lyceum/core/contract';
import { type Actor, db, staffOf, theStrapi } from '@lyceum/core/server';
import type { InstitutesPublic } from '@lyceum/platform/contract';
import { ALL, questionsProblems } from '../../../contract/index.ts';
import { reachOf, type Scope } from '../records/scope.ts';
import { holds } from '../records/staff-rights.ts';

export type { Scope } from '../records/scope.ts';

export const institutes = (): InstitutesPublic => theStrapi().plugin('platform').service('institutes');

/** How far a member of staff reaches into the bank. Every staff endpoint that reads or changes questions asks it. */
export async function scopeOfStaff(staffId: number): Promise<Scope> {
  if (await holds(db(), staffId, ALL)) return { kind: 'all', staffId };
  return { kind: 'own', staffId, institute: await institutes().instituteOf(staffId) };
}

/** @throws Refusal `core/not-signed-in` for anybody but staff */
export const scopeOf = (actor: Actor): Promise<Scope> => scopeOfStaff(staffOf(actor).id);

/**
 * Lets a question through that the actor may read.
 * @throws Refusal `questionNotFound`, the same for a foreign private question as for none at all
 */
export async function requireSeen(actor: Actor, documentId: string): Promise<void> {
  const [found] = await reachOf(db(), await scopeOf(actor), [documentId]);
  if (!found) refuse(questionsProblems.questionNotFound);
}

/**
 * Lets a question through that the actor may change.
 * @throws Refusal `questionNotFound`, or `questionReadOnly` for one that is shared by somebody else
 */
export async function requireChangeable(actor: Actor, documentId: string): Promise<void> {
  const [found] = await reachOf(db(), await scopeOf(actor), [documentId]);
  if (!found) refuse(questionsProblems.questionNotFound);
  if (!found.mayChange) refuse(questionsProblems.questionReadOnly);
}

/** Of the given questions those the actor may change; the others are left out without a word. */
export async function changeableOf<Id extends string>(actor: Actor, documentIds: readonly Id[]): Promise<Id[]> {
  const reach = await reachOf(db(), await scopeOf(actor), documentIds);
  const may = new Set(reach.filter(({ mayChange }) => mayChange).map(({ documentId }) => documentId));
  return documentIds.filter((documentId) => may.has(documentId));
}

/** Of the given questions those the actor may read. */
export async function seenOf<Id extends string>(actor: Actor, documentIds: readonly Id[]): Promise<Id[]> {
  const seen = new Set((await reachOf(db(), await scopeOf(actor), documentIds)).map(({ documentId }) => documentId));
  return documentIds.filter((documentId) => seen.has(documentId));
}
