import { useText } from '@lyceum/core/admin';
import { Combobox, ComboboxOption } from '@strapi/design-system';
import type { Topic } from '../../../contract/index.ts';

export type TopicSelectProps = {
  topics: readonly Topic[];
  value: string | null;
  onChange(documentId: string | null): void;
  label: string;
  /** What stands in the field when nothing is chosen. */
  placeholder?: string;
  /** Given the typed text; without it nothing can be made. */
  onCreate?: (name: string) => void;
  isDisabled?: boolean;
  hasError?: boolean;
};

/** One topic of the tree; one types to find it by its path or code. */
export function TopicSelect({
  topics,
  value,
  onChange,
  label,
  placeholder,
  onCreate,
  isDisabled = false,
  hasError = false,
}: TopicSelectProps) {
  const t = useText('questions');
  return (
    <Combobox
      // The field takes its text from the topics it was born with.
      key={topics.length}
      aria-label={label}
      placeholder={placeholder ?? t('topic.choose')}
      value={value ?? ''}
      disabled={isDisabled}
      hasError={hasError}
      onChange={(next: string | undefined) => {
        // While one types, the field reports the text as well; only a topic of the tree counts.
        if (!next) onChange(null);
        else if (topics.some(({ documentId }) => documentId === next)) onChange(next);
      }}
      onClear={() => onChange(null)}
      clearLabel={t('topic.clear')}
      noOptionsMessage={() => t('topic.none')}
      autocomplete={{ type: 'list', filter: 'contains' }}
      {...(onCreate
        ? {
            creatable: true,
            createMessage: (name: string) => t('topic.create-named', { name }),
            onCreateOption: (name?: string) => (name ? onCreate(name) : undefined),
          }
        : {})}
    >
      {topics.map((topic) => (
        <ComboboxOption
          key={topic.documentId}
          value={topic.documentId}
          textValue={topic.code && topic.code !== topic.name ? `${topic.path} (${topic.code})` : topic.path}
        >
          {topic.code && topic.code !== topic.name ? `${topic.path} (${topic.code})` : topic.path}
        </ComboboxOption>
      ))}
    </Combobox>
  );
}
