import { refuse } from '@lyceum/core/contract';
import { db } from '@lyceum/core/server';
import { ALL, type BulkAction, PUBLISH, questionsProblems, WRITE } from '../../../contract/index.ts';
import type { BulkFacts } from '../../../domain/bulk/plan.ts';
import { validate } from '../../../domain/validation/validate.ts';
import { existing } from '../records/exists.ts';
import { findDrafts } from '../records/question.ts';
import { isModified, type QuestionRecord, toInput } from '../records/question-row.ts';
import { reachOf, type Scope } from '../records/scope.ts';
import { holds } from '../records/staff-rights.ts';
import { factsFor } from './facts.ts';
import { keyImpacts } from './key-impact.ts';
import { institutes } from './scope.ts';
import { usesOf } from './uses.ts';

/** The right an action needs besides the right to write. */
export const RIGHT_FOR: Readonly<Partial<Record<BulkAction['kind'], string>>> = {
  publish: PUBLISH,
  archive: PUBLISH,
  backToDraft: PUBLISH,
  setOwner: ALL,
};

/** @throws Refusal `bulkNotAllowed` for somebody who lacks the right; asked again by a job that runs later */
export async function requireRight(action: BulkAction, staffId: number): Promise<void> {
  const rights = [WRITE, RIGHT_FOR[action.kind]].filter((right) => right !== undefined);
  for (const right of rights) if (!(await holds(db(), staffId, right))) refuse(questionsProblems.bulkNotAllowed);
}

/** @throws Refusal `bulkUnknown` naming what does not exist: a topic, an exam type, a skill, a member of staff */
export async function requireKnown(action: BulkAction): Promise<void> {
  const unknown = (field: string) =>
    refuse(questionsProblems.bulkUnknown, { errors: [{ path: `body.action.${field}`, message: 'does not exist' }] });
  if (action.kind === 'setTopic' && !(await existing(db(), 'topic', [action.topic]))) unknown('topic');
  if (action.kind === 'setSkill' && action.skill !== null && !(await existing(db(), 'skill', [action.skill]))) unknown('skill');
  if (action.kind === 'addExamTypes' && !(await existing(db(), 'examType', action.examTypes))) unknown('examTypes');
  if (action.kind === 'setOwner' && !(await existing(db(), 'staff', [action.ownerId]))) unknown('ownerId');
}

/** Institute of the new owner, where an action names one. */
export const newInstitute = async (action: BulkAction): Promise<string | null> =>
  action.kind === 'setOwner' ? institutes().instituteOf(action.ownerId) : null;

export type Draft = { readonly record: QuestionRecord; readonly facts: BulkFacts };

const usesByQuestion = async (records: readonly QuestionRecord[]): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  for (const { documentId, title } of await usesOf(records.map((row) => row.document_id)))
    found.set(documentId, [...(found.get(documentId) ?? []), title]);
  return found;
};

/** Of these questions those that are used and would get another key. */
async function usedKeysChanged(documentIds: readonly string[], { staffId }: Scope): Promise<Set<string>> {
  const { changes } = await keyImpacts(documentIds, { kind: 'staff', id: staffId, email: '' });
  return new Set(changes.map(({ documentId }) => documentId));
}

/** Drafts of these questions that the scope sees, with what an action must know of each. */
export async function draftsFor(action: BulkAction, documentIds: readonly string[], scope: Scope): Promise<Map<string, Draft>> {
  const reach = new Map((await reachOf(db(), scope, documentIds)).map(({ documentId, mayChange }) => [documentId, mayChange]));
  const records = (await findDrafts(db(), documentIds)).filter((row) => reach.has(row.document_id));
  const inputs = records.map(toInput);
  const asksRules = action.kind === 'publish' || action.kind === 'sendToReview';
  const rules = asksRules ? await factsFor(db(), inputs) : null;
  const keys = action.kind === 'publish' && !action.note ? await usedKeysChanged(documentIds, scope) : new Set<string>();
  const uses = action.kind === 'delete' ? await usesByQuestion(records) : new Map<string, string[]>();
  return new Map(
    records.map((record, at): [string, Draft] => {
      const input = inputs[at] ?? toInput(record);
      const { tags, topic, difficulty, examTypes, skill, licence } = input;
      const isCurrent = record.state === 'published' && record.version > 0 && !isModified(record);
      const facts: BulkFacts = {
        status: record.state,
        isCurrent,
        mayChange: reach.get(record.document_id) === true,
        patch: {
          tags,
          topic,
          difficulty,
          examTypes,
          skill,
          licence,
          ownerId: record.owner_id,
          institute: record.institute,
          isShared: record.is_shared === true,
        },
        usedIn: uses.get(record.document_id) ?? [],
        messages: rules && !isCurrent ? validate(input, rules) : [],
        changesUsedKey: keys.has(record.document_id),
      };
      return [record.document_id, { record, facts }];
    }),
  );
}
