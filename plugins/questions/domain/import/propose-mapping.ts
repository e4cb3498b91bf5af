import type { Locale } from '@lyceum/core/contract';
import { type KeyProposal, MAPPING_FIELDS, type Mapping, type MappingField, REQUIRED_FIELDS } from '../../contract/index.ts';
import { type ColumnTally, groupLength } from './column-tally.ts';
import { columnsFor, feedbackColumns, optionColumns } from './header-names.ts';
import { guessForm } from './key-form.ts';

/** Columns that may hold the key, the surest first; among equals the letter, which nobody miscounts. */
function keyProposals(tally: ColumnTally): KeyProposal[] {
  return [...tally.keys]
    .flatMap(([column, key]) => {
      const guess = guessForm(key);
      return guess ? [{ column, ...guess }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.certain) - Number(a.certain) || b.fit - a.fit || Number(b.form === 'letter') - Number(a.form === 'letter'),
    );
}

export type Proposal = { mapping: Mapping; keys: KeyProposal[]; missing: MappingField[] };

/**
 * A mapping for a file, from its headers and from all its rows: fields by the names of columns, the key's form by its values,
 * the topic from the start of the codes when they group the rows, and fixed values for what the file does not say.
 */
export function proposeMapping(headers: readonly string[], tally: ColumnTally, language: Locale): Proposal {
  const options = optionColumns(headers);
  const feedback = feedbackColumns(headers);
  const taken = new Set([...options, ...feedback]);
  const keys = keyProposals(tally);
  const fields: Mapping['fields'] = {};
  const [key] = keys;
  if (key) {
    fields.key = { from: 'column', column: key.column };
    taken.add(key.column);
  }
  // Another column with the same key is not mistaken for something else.
  for (const other of keys.slice(1)) taken.add(other.column);
  for (const field of MAPPING_FIELDS) {
    if (fields[field]) continue;
    const column = columnsFor(field, headers).find((name) => !taken.has(name));
    if (column === undefined) continue;
    fields[field] = { from: 'column', column };
    taken.add(column);
  }
  const group = groupLength(tally);
  if (!fields.topic && group) fields.topic = { from: 'prefix', column: group.column, length: group.length };
  if (!fields.type && options.length >= 2) fields.type = { from: 'fixed', value: 'single-choice' };
  fields.difficulty ??= { from: 'fixed', value: '5' };
  fields.language ??= { from: 'fixed', value: language };
  const mapping: Mapping = { fields, options, feedback, keyForm: key?.form ?? 'letter', createTopics: true, topicParent: null };
  return { mapping, keys, missing: missingFields(mapping) };
}

/** Required fields without a source; the next step is blocked while there are any. */
export const missingFields = ({ fields }: Mapping): MappingField[] =>
  REQUIRED_FIELDS.filter((field) => fields[field] === undefined);

/** Columns a mapping names, each once. */
function usedColumns({ fields, options, feedback = [] }: Mapping): string[] {
  const used = Object.values(fields).flatMap((source) =>
    source === undefined || source.from === 'fixed' ? [] : [source.column],
  );
  return [...new Set([...used, ...options, ...feedback])];
}

/** Columns a mapping names that the file does not have: it was saved for another file. */
export const unknownColumns = (mapping: Mapping, headers: readonly string[]): string[] =>
  usedColumns(mapping).filter((column) => !headers.includes(column));

/** Columns of the file that no field takes. */
export function unusedColumns(mapping: Mapping, headers: readonly string[]): string[] {
  const used = new Set(usedColumns(mapping));
  return headers.filter((header) => !used.has(header));
}
