import {
  type FieldSource,
  type FileDescription,
  KEY_FORMS,
  type KeyForm,
  type KeyProposal,
  MAPPING_FIELDS,
  type Mapping,
  type MappingField,
  REQUIRED_FIELDS,
} from '../../../../contract/index.ts';

export type SourceKind = FieldSource['from'] | 'none';
export const SOURCE_KINDS = ['none', 'column', 'prefix', 'fixed'] as const satisfies readonly SourceKind[];

export const isRequired = (field: MappingField): boolean => (REQUIRED_FIELDS as readonly MappingField[]).includes(field);

/** Required fields without a source; while there are any, the next step is blocked. */
export const missingFields = ({ fields }: Mapping): MappingField[] =>
  REQUIRED_FIELDS.filter((field) => {
    const source = fields[field];
    return source === undefined || (source.from === 'fixed' && source.value.trim() === '');
  });

/** A field with another kind of source; the column stays where both kinds have one. */
export function withKind(mapping: Mapping, field: MappingField, kind: SourceKind, headers: readonly string[]): Mapping {
  const old = mapping.fields[field];
  const column = old && old.from !== 'fixed' ? old.column : (headers[0] ?? '');
  const sources: Record<SourceKind, FieldSource | undefined> = {
    none: undefined,
    column: { from: 'column', column },
    prefix: { from: 'prefix', column, length: old?.from === 'prefix' ? old.length : 3 },
    fixed: { from: 'fixed', value: old?.from === 'fixed' ? old.value : '' },
  };
  return withSource(mapping, field, sources[kind]);
}

export function withSource(mapping: Mapping, field: MappingField, source: FieldSource | undefined): Mapping {
  const { [field]: _, ...others } = mapping.fields;
  return { ...mapping, fields: source === undefined ? others : { ...others, [field]: source } };
}

/** The key's column with the form its values are most likely in. */
export function withKeyColumn(mapping: Mapping, source: FieldSource | undefined, keys: readonly KeyProposal[]): Mapping {
  const proposal = source?.from === 'column' ? keys.find(({ column }) => column === source.column) : undefined;
  return { ...withSource(mapping, 'key', source), keyForm: proposal?.form ?? mapping.keyForm };
}

/** What the values of the chosen column say about a form. */
export function keyFit(mapping: Mapping, keys: readonly KeyProposal[]): KeyProposal | undefined {
  const source = mapping.fields.key;
  return source?.from === 'column' ? keys.find(({ column }) => column === source.column) : undefined;
}

/** A mapping saved for another file, with only the columns that this file has; the others are named. */
export function fitted(mapping: Mapping, headers: readonly string[]): { mapping: Mapping; unknown: string[] } {
  const unknown = new Set<string>();
  const isKnown = (column: string): boolean => {
    if (!headers.includes(column)) unknown.add(column);
    return headers.includes(column);
  };
  let next: Mapping = { ...mapping, options: mapping.options.filter(isKnown) };
  for (const field of MAPPING_FIELDS) {
    const source = mapping.fields[field];
    if (source && source.from !== 'fixed' && !isKnown(source.column)) next = withSource(next, field, undefined);
  }
  return { mapping: next, unknown: [...unknown] };
}

/** The value of a field in the first rows under the header, as an example. */
export function exampleOf(
  source: FieldSource | undefined,
  { headers, sample }: Pick<FileDescription, 'headers' | 'sample'>,
): string {
  if (source === undefined) return '';
  if (source.from === 'fixed') return source.value;
  const at = headers.indexOf(source.column);
  const cell = sample.map(({ cells }) => cells[at] ?? '').find((text) => text.trim() !== '') ?? '';
  return source.from === 'prefix' ? [...cell.trim().normalize('NFC')].slice(0, source.length).join('') : cell;
}

/** Option columns, one more: the next one of the file that nothing uses yet. */
export function withOption(mapping: Mapping, headers: readonly string[]): Mapping {
  const used = new Set([
    ...mapping.options,
    ...Object.values(mapping.fields).flatMap((source) => (source && source.from !== 'fixed' ? [source.column] : [])),
  ]);
  const column = headers.find((header) => !used.has(header)) ?? headers[0];
  return column === undefined ? mapping : { ...mapping, options: [...mapping.options, column] };
}

/** What can be sent: fixed values that are still empty are left out. */
export function sendable(mapping: Mapping): Mapping {
  let next = mapping;
  for (const field of MAPPING_FIELDS) {
    const source = mapping.fields[field];
    if (source?.from === 'fixed' && source.value.trim() === '') next = withSource(next, field, undefined);
  }
  return next;
}

export const isKeyForm = (value: string): value is KeyForm => (KEY_FORMS as readonly string[]).includes(value);
