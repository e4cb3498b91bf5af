import { useText } from '@lyceum/core/admin';
import { type DocumentId, LOCALES, type Locale } from '@lyceum/core/contract';
import { Box, Checkbox, Field, Flex, Grid, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { type ImportBatch, type ImportDefaults, TEXT_LIMITS } from '../../../../contract/index.ts';
import { DIFFICULTIES } from '../../api/difficulty.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { useNames } from '../../api/use-names.ts';
import { useTopics } from '../../api/use-topics.ts';
import { ManySelect } from '../../components/ManySelect.tsx';
import { TopicSelect } from '../../components/TopicSelect.tsx';
import { ItemPreview } from './ItemPreview.tsx';
import type { StepProps } from './MappingStep.tsx';

/** Levels a parent of new topics may stand on: a fourth level does not exist. */
const DEEPEST_PARENT = 1;

function Cell({
  label,
  hint,
  isRequired = false,
  children,
}: {
  label: string;
  hint: string;
  isRequired?: boolean;
  children: ReactNode;
}) {
  return (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root required={isRequired} hint={hint}>
        <Field.Label>{label}</Field.Label>
        {children}
        <Field.Hint />
      </Field.Root>
    </Grid.Item>
  );
}

/** What questions get where their file says nothing, with the first questions as they will be. */
export function DefaultsStep({ batch, description, draft, change }: StepProps & { batch: ImportBatch }) {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  const { value: topics } = useTopics();
  const { value: names } = useNames();
  const { defaults } = draft;
  const missing = description.items?.missing ?? { topic: 0, difficulty: 0, language: 0, source: 0, licence: 0 };
  const set = (part: Partial<ImportDefaults>) => change({ ...draft, defaults: { ...defaults, ...part } });
  const without = (count: number) => t('defaults.without', { count });
  const line = (name: 'source' | 'licence') => (
    <Cell label={t(`field.${name}`)} hint={without(missing[name])}>
      <TextInput
        aria-label={t(`field.${name}`)}
        value={defaults[name] ?? ''}
        maxLength={TEXT_LIMITS.source}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.target.value || null })}
      />
    </Cell>
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={7}>
      <Typography textColor="neutral600">{t('defaults.hint')}</Typography>
      <Grid.Root gap={5}>
        <Cell label={t('field.topic')} hint={without(missing.topic)} isRequired={missing.topic > 0}>
          <TopicSelect
            topics={topics ?? []}
            value={defaults.topic}
            onChange={(topic) => set({ topic: topic as DocumentId | null })}
            label={t('field.topic')}
            hasError={missing.topic > 0 && defaults.topic === null}
          />
        </Cell>
        <Cell label={t('mapping.topic-parent')} hint={t('mapping.topic-parent-hint')}>
          <TopicSelect
            topics={(topics ?? []).filter(({ depth }) => depth <= DEEPEST_PARENT)}
            value={defaults.topicParent}
            onChange={(topicParent) => set({ topicParent: topicParent as DocumentId | null })}
            label={t('mapping.topic-parent')}
            placeholder={t('topic.root')}
          />
        </Cell>
        <Cell label={t('field.difficulty')} hint={without(missing.difficulty)}>
          <SingleSelect
            aria-label={t('field.difficulty')}
            value={String(defaults.difficulty)}
            onChange={(value: string | number) => set({ difficulty: Number(value) })}
          >
            {DIFFICULTIES.map((value) => (
              <SingleSelectOption key={value} value={String(value)}>
                {difficultyLabel(value)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Cell>
        <Cell label={t('field.language')} hint={without(missing.language)}>
          <SingleSelect
            aria-label={t('field.language')}
            value={defaults.language}
            onChange={(value: string | number) => set({ language: value as Locale })}
          >
            {LOCALES.map((value) => (
              <SingleSelectOption key={value} value={value}>
                {t(`language.${value}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Cell>
        <Cell label={t('field.examTypes')} hint={t('defaults.exam-types-hint')}>
          <ManySelect
            label={t('field.examTypes')}
            options={names?.examTypes ?? []}
            values={defaults.examTypes}
            onChange={(examTypes) => set({ examTypes: examTypes as DocumentId[] })}
          />
        </Cell>
        {line('source')}
        {line('licence')}
      </Grid.Root>
      <Box>
        <Checkbox
          checked={defaults.createTopics}
          onCheckedChange={(is: boolean | 'indeterminate') => set({ createTopics: is === true })}
        >
          {t('mapping.create-topics')}
        </Checkbox>
      </Box>
      <ItemPreview id={batch.id} defaults={defaults} />
    </Flex>
  );
}
