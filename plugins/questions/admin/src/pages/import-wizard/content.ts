import { type FileDescription, type ImportBatch, isItemFormat } from '../../../../contract/index.ts';
import { missingFields, sendable } from './mapping.ts';
import { isSame } from './same.ts';
import type { ImportDraft } from './use-draft.ts';

/** What a run is started with beside its options: a mapping for a table, chosen values for whole questions. */
export const sentContent = ({ format }: Pick<ImportBatch, 'format'>, { mapping, defaults }: ImportDraft) =>
  isItemFormat(format) ? { defaults } : { mapping: sendable(mapping) };

/** True when mapping, chosen values or options were changed since the last run. */
export function isOutdated(batch: ImportBatch, draft: ImportDraft): boolean {
  const last = isItemFormat(batch.format) ? { defaults: batch.defaults } : { mapping: batch.mapping };
  return !isSame([last, batch.options], [sentContent(batch, draft), draft.options]);
}

/** True where a run could start: everything required is mapped, and questions without a topic get one. */
export const isComplete = ({ items }: FileDescription, { mapping, defaults }: ImportDraft): boolean =>
  items ? items.missing.topic === 0 || defaults.topic !== null : missingFields(mapping).length === 0;
