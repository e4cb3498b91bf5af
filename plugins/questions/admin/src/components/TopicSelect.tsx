import { SearchableSelect, useText } from '@lyceum/core/admin';
import type { Topic } from '../../../contract/index.ts';

export type TopicSelectProps = {
  topics: readonly Topic[];
  value: string | null;
  onChange(documentId: string | null): void;
  label: string;
  /** What stands in the field when nothing is chosen. */
  placeholder?: string;
  hasError?: boolean;
};

const nameOf = ({ path, name, code }: Topic): string => (code && code !== name ? `${path} (${code})` : path);

/** One topic of the tree; one types to find it by its path or code. */
export function TopicSelect({ topics, value, onChange, label, placeholder, hasError = false }: TopicSelectProps) {
  const t = useText('questions');
  return (
    <SearchableSelect
      label={label}
      placeholder={placeholder ?? t('topic.choose')}
      options={topics.map((topic) => ({ value: topic.documentId, label: nameOf(topic) }))}
      value={value}
      onChange={onChange}
      hasError={hasError}
    />
  );
}
