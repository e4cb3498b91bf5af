import { useText } from '@lyceum/core/admin';
import type { Topic } from '@lyceum/questions/contract';
import { Combobox, ComboboxOption } from '@strapi/design-system';

/** One topic of the tree, found by typing; how many published questions it has stands beside its name. */
export function TopicSelect({
  topics,
  value,
  onChange,
  label,
}: {
  topics: readonly Topic[];
  value: string | null;
  onChange(id: string): void;
  label: string;
}) {
  const t = useText('exams');
  return (
    <Combobox
      aria-label={label}
      placeholder={t('rule.topic-choose')}
      value={value ?? ''}
      onChange={(next: string | undefined) => (next ? onChange(next) : undefined)}
    >
      {topics.map((topic) => (
        <ComboboxOption key={topic.documentId} value={topic.documentId} textValue={topic.path}>
          {`${topic.path} (${topic.published})`}
        </ComboboxOption>
      ))}
    </Combobox>
  );
}
