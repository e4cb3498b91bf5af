import { type Actor, db, staffOf } from '@lyceum/core/server';
import {
  BULK_EXAMINED,
  type BulkAction,
  type BulkFailure,
  type BulkPreview,
  type BulkReason,
  type BulkSelection,
} from '../../../contract/index.ts';
import { isPatch, PATCHED, type Patch } from '../../../domain/bulk/patch.ts';
import { type BulkPlan, planFor } from '../../../domain/bulk/plan.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { chosenQuestions, countChosen } from '../records/bulk.ts';
import { because } from './bulk-carry-out.ts';
import { type Draft, draftsFor, newInstitute, requireKnown, requireRight } from './bulk-facts.ts';
import { scopeOf } from './scope.ts';

const SAMPLE = 8;
const FAILURES = 50;
const STEM_SHOWN = 120;

const words = (value: Patch[keyof Patch]): string[] => {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === '' ? [] : [String(value)];
};

const AFTER_MOVE: Partial<Record<BulkAction['kind'], string>> = {
  sendToReview: 'inReview',
  publish: 'published',
  archive: 'archived',
  backToDraft: 'draft',
};

function sampleOf(action: BulkAction, { record, facts }: Draft, plan: BulkPlan): BulkPreview['sample'][number] {
  const field = isPatch(action) ? PATCHED[action.kind][0] : null;
  const moved = AFTER_MOVE[action.kind];
  return {
    documentId: record.document_id,
    code: record.code,
    stemStart: cleanLine(record.stem.slice(0, 2 * STEM_SHOWN)).slice(0, STEM_SHOWN),
    before: field ? words(facts.patch[field]) : [facts.status],
    after: field && plan.kind === 'patch' ? words(plan.patch[field]) : moved ? [moved] : [],
  };
}

/** What an action would do, without doing it; of very many the first ones are looked at in full. */
export async function previewBulk(
  { selection, action }: { selection: BulkSelection; action: BulkAction },
  actor: Actor,
): Promise<BulkPreview> {
  await requireRight(action, staffOf(actor).id);
  await requireKnown(action);
  const scope = await scopeOf(actor);
  const [total, chosen, institute] = await Promise.all([
    countChosen(db(), selection, scope),
    chosenQuestions(db(), selection, scope, BULK_EXAMINED),
    newInstitute(action),
  ]);
  const drafts = await draftsFor(
    action,
    chosen.map((row) => row.document_id),
    scope,
  );
  const counts = new Map<BulkReason, number>();
  const sample: BulkPreview['sample'] = [];
  const failures: BulkFailure[] = [];
  let [possible, unchanged] = [0, 0];
  for (const { document_id: documentId, code } of chosen) {
    const draft = drafts.get(documentId);
    const plan: BulkPlan = draft ? planFor(action, draft.facts, institute) : { kind: 'blocked', reason: 'gone' };
    if (plan.kind === 'unchanged') unchanged += 1;
    else if (plan.kind === 'blocked') {
      counts.set(plan.reason, (counts.get(plan.reason) ?? 0) + 1);
      if (failures.length < FAILURES) failures.push({ documentId, code, ...because(plan.reason, plan.params, plan.messages) });
    } else {
      possible += 1;
      if (draft && sample.length < SAMPLE) sample.push(sampleOf(action, draft, plan));
    }
  }
  const blocked = [...counts].map(([reason, count]) => ({ reason, count }));
  return { total, examined: chosen.length, possible, unchanged, blocked, sample, failures };
}
