import { useEffect, useState } from 'react';
import { type FileDescription, type ImportBatch, ImportOptions, Mapping } from '../../../../contract/index.ts';
import { fitted } from './mapping.ts';

export type ImportDraft = { mapping: Mapping; options: ImportOptions };

const keyOf = (id: string) => `lyceum-import-${id}`;

/** What was chosen on this device and not sent yet; a mapping of an older version of the page is thrown away. */
function kept(id: string): ImportDraft | null {
  try {
    const { mapping, options } = JSON.parse(localStorage.getItem(keyOf(id)) ?? '') as Record<string, unknown>;
    return { mapping: Mapping.parse(mapping), options: ImportOptions.parse(options) };
  } catch {
    return null;
  }
}

/** Mapping and options of a batch: as left on this device, else as last sent, else as proposed from the file. */
export function useDraft(
  batch: ImportBatch | null,
  description: FileDescription | null,
): [ImportDraft | null, (next: ImportDraft) => void] {
  const [draft, setDraft] = useState<ImportDraft | null>(null);
  const id = batch?.id;

  useEffect(() => {
    if (!batch || !description) return;
    const start = draft ??
      kept(batch.id) ?? { mapping: batch.mapping ?? description.proposal, options: batch.options ?? ImportOptions.parse({}) };
    // Read with another delimiter or sheet, the file has other columns: the old choice means nothing there.
    const { unknown } = fitted(start.mapping, description.headers);
    setDraft(unknown.length === 0 ? start : { ...start, mapping: description.proposal });
  }, [id, description]);

  const change = (next: ImportDraft) => {
    setDraft(next);
    if (id) localStorage.setItem(keyOf(id), JSON.stringify(next));
  };
  return [draft, change];
}
