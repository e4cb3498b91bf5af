import { DocumentId } from '@lyceum/core/contract';
import { z } from 'zod';
import { OPTION_COUNT } from './limits.ts';

/** Fields an import can fill, in the order the mapping page shows them. Options have a list of their own. */
export const MAPPING_FIELDS = [
  'code',
  'type',
  'stem',
  'key',
  'topic',
  'difficulty',
  'language',
  'tolerance',
  'unit',
  'caseSensitive',
  'explanation',
  'solution',
  'hints',
  'points',
  'tags',
  'estimatedSec',
  'source',
  'licence',
  'figure',
  'figureAlt',
  'title',
  'furtherTopics',
  'examTypes',
  'skill',
  'shares',
  'alternatives',
  'pinned',
  'optionOrder',
  'minWords',
  'maxWords',
  'maxSec',
  'modelAnswer',
  'irt',
] as const;
export const MappingField = z.enum(MAPPING_FIELDS);
export type MappingField = z.output<typeof MappingField>;

/** Without these the next step is blocked; each may be a column, the start of one, or a fixed value. */
export const REQUIRED_FIELDS = [
  'type',
  'stem',
  'key',
  'topic',
  'difficulty',
  'language',
] as const satisfies readonly MappingField[];

const column = z.string().min(1).max(500);
/** Where a field's value comes from. */
export const FieldSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('column'), column }),
  /** The first n characters of a column: `T1A01` → `T1A`. */
  z.strictObject({ from: z.literal('prefix'), column, length: z.number().int().min(1).max(40) }),
  /** The same value in every row. For `topic` a document id of the tree or a name. */
  z.strictObject({ from: z.literal('fixed'), value: z.string().min(1).max(500) }),
]);
export type FieldSource = z.output<typeof FieldSource>;

/** How the key column names an option: `C`, counted from 0, counted from 1, or the text of the option. */
export const KEY_FORMS = ['letter', 'fromZero', 'fromOne', 'text'] as const;
export const KeyForm = z.enum(KEY_FORMS);
export type KeyForm = z.output<typeof KeyForm>;

export const Mapping = z.strictObject({
  fields: z.partialRecord(MappingField, FieldSource),
  /** Columns of the options in their order. */
  options: z.array(column).max(OPTION_COUNT.max * 2),
  /** Columns of the feedback to each option in the same order. */
  feedback: z.array(column).max(OPTION_COUNT.max).optional(),
  keyForm: KeyForm,
  /** Makes topics that are not in the tree; the dry run lists them. Off: such rows fail. */
  createTopics: z.boolean().default(true),
  /** New topics are made below this one; null makes them subjects. */
  topicParent: DocumentId.nullable().default(null),
});
export type Mapping = z.output<typeof Mapping>;

/** Create only, update by code, or both. */
export const IMPORT_MODES = ['create', 'update', 'createOrUpdate'] as const;
export const ImportMode = z.enum(IMPORT_MODES);
export type ImportMode = z.output<typeof ImportMode>;

/** Take good rows and skip bad ones, or stop at the first error with nothing written. */
export const ON_ERROR = ['skip', 'stop'] as const;
export const OnError = z.enum(ON_ERROR);
export type OnError = z.output<typeof OnError>;
