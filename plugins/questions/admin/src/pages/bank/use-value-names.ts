import { useText } from '@lyceum/core/admin';
import { type BulkKind, QUESTION_STATUSES, type Topic } from '../../../../contract/index.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import type { ListOptions } from './filter-fields.ts';

/** What values of a preview are called: names in place of ids, states and difficulties in the reader's language. */
export function useValueNames(
  topics: readonly Topic[],
  options: ListOptions | null,
): (kind: BulkKind, values: readonly string[]) => string {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  const name = (rows: readonly { id: string; name: string }[] | undefined, id: string) =>
    rows?.find((row) => row.id === id)?.name ?? id;
  const one = (kind: BulkKind, value: string): string => {
    if (kind === 'setTopic') return topics.find(({ documentId }) => documentId === value)?.path ?? value;
    if (kind === 'setDifficulty') return difficultyLabel(Number(value));
    if (kind === 'addExamTypes' || kind === 'removeExamTypes') return name(options?.examTypes, value);
    if (kind === 'setSkill') return name(options?.skills, value);
    if (kind === 'setOwner') return name(options?.people, value);
    if (kind === 'share') return t(value === 'true' ? 'filter.yes' : 'filter.no');
    return QUESTION_STATUSES.some((status) => status === value) ? t(`status.${value}`) : value;
  };
  return (kind, values) => (values.length === 0 ? '–' : values.map((value) => one(kind, value)).join(', '));
}
