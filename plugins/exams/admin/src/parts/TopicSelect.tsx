import { SearchableSelect, useText } from '@lyceum/core/admin';
import type { Topic } from '@lyceum/questions/contract';

export type TopicSelectProps = { topics: readonly Topic[]; value: string | null; onChange(id: string): void; label: string };

/** One topic of the tree, found by typing any part of its path; how many published questions it has stands beside its name. */
export function TopicSelect({ topics, value, onChange, label }: TopicSelectProps) {
  const t = useText('exams');
  return (
    <SearchableSelect
      label={label}
      placeholder={t('rule.topic-choose')}
      options={topics.map((topic) => ({ value: topic.documentId, label: `${topic.path} (${topic.published})` }))}
      value={value}
      onChange={(next) => next && onChange(next)}
    />
  );
}
