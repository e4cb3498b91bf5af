import { useEffect, useState } from 'react';
import { type FileDescription, type ImportBatch, ImportDefaults, ImportOptions, Mapping } from '../../../../contract/index.ts';
import { fitted } from './mapping.ts';
import { isSame } from './same.ts';

export type ImportDraft = { mapping: Mapping; defaults: ImportDefaults; options: ImportOptions };

const keyOf = (id: string) => `lyceum-import-${id}`;

/** What was chosen on this device and not sent yet, if it was chosen for these columns. */
function kept(id: string, headers: readonly string[]): ImportDraft | null {
  try {
    const stored = JSON.parse(localStorage.getItem(keyOf(id)) ?? '') as Record<string, unknown>;
    if (!isSame(stored['headers'], headers)) return null;
    return {
      mapping: Mapping.parse(stored['mapping']),
      defaults: ImportDefaults.parse(stored['defaults']),
      options: ImportOptions.parse(stored['options']),
    };
  } catch {
    // Nothing is kept, or it comes from an older version of the page.
    return null;
  }
}

/** The mapping of the last run, unless the file was read in another way since. */
const lastSent = ({ mapping }: ImportBatch, headers: readonly string[]): Mapping | null =>
  mapping && fitted(mapping, headers).unknown.length === 0 ? mapping : null;

/**
 * Mapping or chosen values, and options, of a batch: as left on this device, else as last sent, else as proposed from the file.
 * Read with another delimiter or sheet the file has other columns, and the proposal for those takes over.
 */
export function useDraft(
  batch: ImportBatch | null,
  description: FileDescription | null,
): [ImportDraft | null, (next: ImportDraft) => void] {
  const [draft, setDraft] = useState<{ headers: readonly string[]; value: ImportDraft } | null>(null);
  const headers = description?.headers;

  useEffect(() => {
    if (!batch || !description) return;
    setDraft((old) => {
      if (old && isSame(old.headers, description.headers)) return old;
      const options = old?.value.options ?? batch.options ?? ImportOptions.parse({});
      const defaults = old?.value.defaults ?? batch.defaults ?? ImportDefaults.parse({});
      const mapping = (old ? null : lastSent(batch, description.headers)) ?? description.proposal;
      return { headers: description.headers, value: kept(batch.id, description.headers) ?? { mapping, defaults, options } };
    });
  }, [batch?.id, description]);

  const change = (next: ImportDraft) => {
    if (!batch || !headers) return;
    setDraft({ headers, value: next });
    localStorage.setItem(keyOf(batch.id), JSON.stringify({ ...next, headers }));
  };
  return [draft?.value ?? null, change];
}
