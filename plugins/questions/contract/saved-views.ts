import { DocumentId, defineEndpoint, Instant, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { QuestionFilter } from './question-filter.ts';
import { QUESTION_SORTS, READ } from './questions.ts';

/** Columns the list of the bank has. */
export const LIST_COLUMNS = [
  'code',
  'stem',
  'type',
  'topic',
  'difficulty',
  'examTypes',
  'skill',
  'tags',
  'language',
  'status',
  'version',
  'updatedAt',
  'updatedBy',
  'owner',
  'licence',
  'timesUsed',
  'shareCorrect',
] as const;
export const ListColumnKey = z.enum(LIST_COLUMNS);
export type ListColumnKey = z.output<typeof ListColumnKey>;

/** Shown to somebody who chose nothing yet. */
export const DEFAULT_COLUMNS: readonly ListColumnKey[] = [
  'code',
  'stem',
  'type',
  'topic',
  'difficulty',
  'examTypes',
  'status',
  'version',
  'updatedBy',
  'timesUsed',
];

export const DENSITIES = ['comfortable', 'compact'] as const;
export const SHARED_WITH = ['nobody', 'institute', 'everybody'] as const;

/** Views one person may keep. */
export const VIEWS_PER_PERSON = 50;

const columns = z
  .array(ListColumnKey)
  .min(1)
  .max(LIST_COLUMNS.length)
  .refine((keys) => new Set(keys).size === keys.length, 'names a column twice');

/** Search, filters and order as they stand in the address; kept only when every value is one the list takes. */
export const ViewQuery = z.record(z.string().max(40), z.string().max(4_000)).superRefine((query, context) => {
  const { sort, ...filter } = query;
  const parsed = QuestionFilter.safeParse(filter);
  const issues = parsed.success ? [] : parsed.error.issues;
  for (const { path, message } of issues) context.addIssue({ code: 'custom', path: [...path], message });
  const sorts: readonly string[] = QUESTION_SORTS;
  if (sort !== undefined && !sorts.includes(sort.replace(/^-/, '')))
    context.addIssue({ code: 'custom', path: ['sort'], message: 'is not a field of this list' });
});
export type ViewQuery = z.output<typeof ViewQuery>;

/** A filter with its columns under a name, own or shared. */
export const SavedView = z.object({
  id: z.uuid(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  columns: z.array(ListColumnKey),
  sharedWith: z.enum(SHARED_WITH),
  /** True for the reader's own; others can be used, not changed. */
  isOwn: z.boolean(),
  owner: z.string(),
  updatedAt: Instant,
});
export type SavedView = z.output<typeof SavedView>;

/** What somebody chose for the list, kept for every device. */
export const ListChoices = z.object({
  columns: z.array(ListColumnKey).nullable(),
  density: z.enum(DENSITIES).nullable(),
  defaultView: z.uuid().nullable(),
});
export type ListChoices = z.output<typeof ListChoices>;

const One = z.strictObject({ id: z.uuid() });
const Body = z.strictObject({
  name: z.string().trim().min(1).max(80),
  query: ViewQuery,
  columns,
  sharedWith: z.enum(SHARED_WITH).default('nobody'),
});

export const listViews = defineEndpoint({
  method: 'GET',
  path: '/questions/views',
  summary: 'Saved views of the question list one may use, own ones first, and what one chose for the list',
  access: staff(READ),
  reply: z.object({ rows: z.array(SavedView), choices: ListChoices, hasInstitute: z.boolean() }),
});

export const saveView = defineEndpoint({
  method: 'POST',
  path: '/questions/views',
  summary: 'Keeps a filter, its columns and its order under a name',
  access: staff(READ),
  body: Body,
  reply: SavedView,
  problems: [questionsProblems.viewNameTaken, questionsProblems.tooManyViews, questionsProblems.noInstitute],
  idempotent: true,
});

export const changeView = defineEndpoint({
  method: 'PATCH',
  path: '/questions/views/:id',
  summary: 'Renames, replaces or shares a view of one\u2019s own',
  access: staff(READ),
  params: One,
  body: Body.partial(),
  reply: SavedView,
  problems: [questionsProblems.viewNotFound, questionsProblems.viewNameTaken, questionsProblems.noInstitute],
});

export const deleteView = defineEndpoint({
  method: 'DELETE',
  path: '/questions/views/:id',
  summary: 'Forgets a view of one\u2019s own',
  access: staff(READ),
  params: One,
  reply: z.object({ deleted: z.literal(true) }),
  problems: [questionsProblems.viewNotFound],
});

export const putListChoices = defineEndpoint({
  method: 'PUT',
  path: '/questions/list-choices',
  summary: 'Keeps columns, density and the view the list opens with; what is left out stays',
  access: staff(READ),
  body: z.strictObject({
    columns: columns.nullable().optional(),
    density: z.enum(DENSITIES).nullable().optional(),
    defaultView: z.uuid().nullable().optional(),
  }),
  reply: ListChoices,
  problems: [questionsProblems.viewNotFound],
});

const Named = z.object({ id: z.string(), name: z.string() });

/** What the filters of the list can be set to, as far as the reader sees questions. */
export const getListOptions = defineEndpoint({
  method: 'GET',
  path: '/questions/list-options',
  summary: 'Owners, institutes, exam types, skills and the most used tags to filter by, and how far one reaches',
  access: staff(READ),
  reply: z.object({
    /** True for those who work on every question. */
    seesAll: z.boolean(),
    staffId: z.number().int(),
    owners: z.array(Named),
    /** Active members of staff a question can be given to; empty for those who may not. */
    people: z.array(Named),
    institutes: z.array(Named),
    examTypes: z.array(z.object({ id: DocumentId, name: z.string() })),
    skills: z.array(z.object({ id: DocumentId, name: z.string() })),
    tags: z.array(z.string()),
  }),
});
