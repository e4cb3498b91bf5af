import { useText } from '@lyceum/core/admin';
import { LOCALES } from '@lyceum/core/contract';
import { Box, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { type MappingField, QUESTION_TYPES, type Topic } from '../../../../contract/index.ts';
import { DIFFICULTIES } from '../../api/difficulty.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { TopicSelect } from '../../components/TopicSelect.tsx';

export type FixedValueProps = {
  field: MappingField;
  label: string;
  value: string;
  topics: readonly Topic[];
  onChange(value: string): void;
};

/** The same value for every row: picked where there are only a few, typed otherwise. */
export function FixedValue({ field, label, value, topics, onChange }: FixedValueProps) {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  const choices: Partial<Record<MappingField, readonly { value: string; label: string }[]>> = {
    type: QUESTION_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) })),
    language: LOCALES.map((locale) => ({ value: locale, label: t(`language.${locale}`) })),
    difficulty: DIFFICULTIES.map((difficulty) => ({ value: String(difficulty), label: difficultyLabel(difficulty) })),
    caseSensitive: [
      { value: 'yes', label: t('form.yes') },
      { value: 'no', label: t('form.no') },
    ],
  };
  const name = t('mapping.fixed-named', { field: label });
  const options = choices[field];
  if (options) {
    return (
      <SingleSelect
        aria-label={name}
        size="S"
        value={value}
        placeholder={t('form.choose')}
        onChange={(next: string | number) => onChange(String(next))}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    );
  }
  if (field === 'topic') {
    return (
      <Box minWidth="20rem">
        <TopicSelect topics={topics} value={value} onChange={(topic) => onChange(topic ?? '')} label={name} />
      </Box>
    );
  }
  return (
    <TextInput
      aria-label={name}
      size="S"
      value={value}
      dir="auto"
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
    />
  );
}
