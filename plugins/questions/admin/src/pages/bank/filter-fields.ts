import { type Text, useText } from '@lyceum/core/admin';
import type { ReplyOf } from '@lyceum/core/contract';
import { LOCALES } from '@lyceum/core/contract';
import {
  FILTER_SEPARATOR,
  type getListOptions,
  MISSING_PARTS,
  QUESTION_STATUSES,
  QUESTION_TYPES,
  type Topic,
} from '../../../../contract/index.ts';
import { DIFFICULTIES } from '../../api/difficulty.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';

export type Choice = { readonly value: string; readonly label: string };
export type ListOptions = ReplyOf<typeof getListOptions>;

/** A field of the filter panel. `few` and `many` take several values, `many` is found by typing. */
export type FilterField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'few' | 'many' | 'one' | 'found' | 'date';
  readonly options: readonly Choice[];
};

/** Names of the list's filters in the address. */
export const FILTER_NAMES = [
  'topic',
  'furtherTopic',
  'difficultyMin',
  'difficultyMax',
  'type',
  'language',
  'status',
  'examType',
  'skill',
  'tag',
  'owner',
  'editor',
  'institute',
  'shared',
  'licence',
  'media',
  'report',
  'duplicate',
  'ai',
  'used',
  'missing',
  'batch',
  'changedSince',
] as const;

export const valuesOf = (text: string | undefined): string[] => (text ? text.split(FILTER_SEPARATOR) : []);
export const textOf = (values: readonly string[]): string => values.join(FILTER_SEPARATOR);

const named = (rows: readonly { id: string; name: string }[]): Choice[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }));
const yesNo = (t: Text): Choice[] => ['yes', 'no'].map((value) => ({ value, label: t(`filter.${value}`) }));

/** Every filter of the bank with its choices, in the order of the panel. */
export function useFilterFields(topics: readonly Topic[], options: ListOptions | null): FilterField[] {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  const topicChoices = topics.map(({ documentId, path }) => ({ value: documentId, label: path }));
  const difficulties = DIFFICULTIES.map((value) => ({ value: String(value), label: difficultyLabel(value) }));
  const people = [
    { value: 'me', label: t('filter.me') },
    ...named(options?.owners ?? []).filter(({ value }) => value !== String(options?.staffId)),
  ];
  const field = (name: string, kind: FilterField['kind'], choices: readonly Choice[] = []): FilterField => ({
    name,
    kind,
    label: t(`filter.${name}`),
    options: choices,
  });
  const institutes = named(options?.institutes ?? []);
  return [
    field('topic', 'found', topicChoices),
    field(
      'status',
      'few',
      QUESTION_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    ),
    field(
      'type',
      'few',
      QUESTION_TYPES.map((value) => ({ value, label: t(`type.${value}`) })),
    ),
    field('difficultyMin', 'one', difficulties),
    field('difficultyMax', 'one', difficulties),
    field('examType', 'many', named(options?.examTypes ?? [])),
    field('skill', 'many', named(options?.skills ?? [])),
    field(
      'tag',
      'many',
      (options?.tags ?? []).map((tag) => ({ value: tag, label: tag })),
    ),
    field('furtherTopic', 'found', topicChoices),
    field(
      'language',
      'few',
      LOCALES.map((value) => ({ value, label: t(`language.${value}`) })),
    ),
    field('owner', 'many', people),
    field('editor', 'many', people),
    ...(institutes.length > 0 ? [field('institute', 'one', institutes)] : []),
    field(
      'missing',
      'few',
      MISSING_PARTS.map((value) => ({ value, label: t(`missing.${value}`) })),
    ),
    field('changedSince', 'date'),
    ...['shared', 'licence', 'media', 'used', 'report', 'duplicate', 'ai'].map((name) => field(name, 'one', yesNo(t))),
  ];
}
