import { refuse } from '@lyceum/core/contract';
import { db } from '@lyceum/core/server';
import {
  ImportDefaults,
  isItemFormat,
  type MappedRow,
  type Mapping,
  type MappingField,
  questionsProblems,
} from '../../../contract/index.ts';
import { mediaFinder } from '../../../domain/import/figures.ts';
import { previewItems, previewRows } from '../../../domain/import/preview-rows.ts';
import { missingFields } from '../../../domain/import/propose-mapping.ts';
import { topicPlan } from '../../../domain/topic/topic-plan.ts';
import { knownNames } from '../import/child/names.ts';
import { newDocumentId } from '../import/child/stage.ts';
import type { BatchRecord } from '../records/import-batch.ts';
import { redirects } from '../records/redirect.ts';
import { batchOf } from './import-batch.ts';
import { topicTree } from './topic-tree.ts';

type Choices = { createTopics: boolean; topicParent: string | null };

/** The bank as the preview sees it: media that were not looked at yet are taken to be there. */
async function factsOf({ media }: BatchRecord, { createTopics, topicParent }: Choices) {
  const plan = topicPlan(await topicTree(db()), {
    create: createTopics,
    parent: topicParent,
    newId: newDocumentId,
    redirects: await redirects(db(), 'topic'),
  });
  const usable = (media?.usable ?? []).map((name) => [name, { url: `/uploads/${encodeURIComponent(name)}` }] as const);
  const refused = (media?.refused ?? []).map(({ name, code }) => [name, { refused: code }] as const);
  const find = mediaFinder(new Map<string, { url: string } | { refused: string }>([...usable, ...refused]));
  return { plan, find, hasTopic: () => true, hasFile: () => true };
}

/** First questions as they would be read: three rows with different keys, or the first items of the file. */
export async function preview(
  id: string,
  { mapping, defaults = ImportDefaults.parse({}) }: { mapping?: Mapping | undefined; defaults?: ImportDefaults | undefined },
): Promise<{ rows: MappedRow[]; missing: MappingField[] }> {
  const batch = await batchOf(id);
  if (!batch.description) return refuse(questionsProblems.importState, { params: { state: 'uploaded' } });
  if (!isItemFormat(batch.format)) {
    if (!mapping)
      return refuse(questionsProblems.importNotMapped, { errors: [{ path: 'body.mapping', message: 'is required' }] });
    const { plan, find, ...facts } = await factsOf(batch, mapping);
    const rows = previewRows(batch.description, mapping, { ...facts, topic: plan.find, media: find });
    return { rows, missing: missingFields(mapping) };
  }
  const { plan, find, ...facts } = await factsOf(batch, defaults);
  const known = await knownNames(db());
  const media = (name: string) => find(name) ?? { url: '/uploads/preview.png' };
  return {
    rows: previewItems(batch.sample_items ?? [], {
      defaults,
      facts: { ...facts, ...known, topic: plan.find, media },
    }),
    missing: [],
  };
}
