import { useText } from '@lyceum/core/admin';
import { type DocumentId, LOCALES, type Locale } from '@lyceum/core/contract';
import { Field, Flex, Grid, NumberInput, SingleSelect, SingleSelectOption, TextButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { type ReactNode, useState } from 'react';
import { TEXT_LIMITS, type Topic } from '../../../../contract/index.ts';
import { DIFFICULTIES } from '../../api/difficulty.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { Messages } from '../../components/Messages.tsx';
import { TopicSelect } from '../../components/TopicSelect.tsx';
import { TopicDialog } from '../topics/TopicDialog.tsx';
import type { Draft } from './draft.ts';
import type { EditorProps } from './OptionsEditor.tsx';

export type FactsFieldsProps = EditorProps & { topics: readonly Topic[]; onTopicMade(): void };

type Texts = 'code' | 'tags' | 'source' | 'licence';
type Numbers = 'points' | 'estimatedSec';

/** Everything about a question that is not its text or its answer. */
export function FactsFields({ draft, change, messages, topics, onTopicMade }: FactsFieldsProps) {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  const [isMakingTopic, setMakingTopic] = useState(false);
  const action = (
    <TextButton startIcon={<Plus />} onClick={() => setMakingTopic(true)}>
      {t('topic.new')}
    </TextButton>
  );

  const cell = (
    field: keyof Draft,
    input: ReactNode,
    options: { hint?: string; isRequired?: boolean; action?: ReactNode } = {},
  ) => {
    const own = messages.filter((message) => message.field === field || message.field.startsWith(`${field}.`));
    const hasError = own.some(({ level }) => level === 'error');
    return (
      <Grid.Item key={field} col={6} xs={12} direction="column" alignItems="stretch">
        <Field.Root
          id={`field-${field}`}
          name={field}
          required={options.isRequired ?? false}
          error={hasError}
          {...(options.hint ? { hint: options.hint } : {})}
        >
          <Flex justifyContent="space-between" width="100%">
            <Field.Label>{t(`field.${field}`)}</Field.Label>
            {options.action}
          </Flex>
          {input}
          <Field.Hint />
          <Messages messages={own} />
        </Field.Root>
      </Grid.Item>
    );
  };
  const text = (field: Texts, maxLength: number, hint?: string) =>
    cell(
      field,
      <Field.Input
        value={draft[field]}
        dir="auto"
        maxLength={maxLength}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => change({ ...draft, [field]: event.target.value })}
      />,
      hint ? { hint } : {},
    );
  const number = (field: Numbers, hint?: string) =>
    cell(
      field,
      <NumberInput value={draft[field]} onValueChange={(value: number | undefined) => change({ ...draft, [field]: value })} />,
      hint ? { hint } : {},
    );

  return (
    <>
      <Grid.Root gap={4} width="100%">
        {cell(
          'topic',
          <TopicSelect
            topics={topics}
            value={draft.topic}
            onChange={(topic) => change({ ...draft, topic: topic as DocumentId | null })}
            label={t('field.topic')}
            hasError={messages.some(({ field, level }) => field === 'topic' && level === 'error')}
          />,
          { isRequired: true, action },
        )}
        {cell(
          'difficulty',
          <SingleSelect
            aria-label={t('field.difficulty')}
            value={draft.difficulty === undefined ? '' : String(draft.difficulty)}
            placeholder={t('form.choose')}
            onChange={(value: string | number) => change({ ...draft, difficulty: Number(value) })}
          >
            {DIFFICULTIES.map((value) => (
              <SingleSelectOption key={value} value={String(value)}>
                {difficultyLabel(value)}
              </SingleSelectOption>
            ))}
          </SingleSelect>,
          { isRequired: true },
        )}
        {cell(
          'language',
          <SingleSelect
            aria-label={t('field.language')}
            value={draft.language}
            onChange={(value: string | number) => change({ ...draft, language: value as Locale })}
          >
            {LOCALES.map((value) => (
              <SingleSelectOption key={value} value={value}>
                {t(`language.${value}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>,
          { isRequired: true },
        )}
        {number('points', t('form.points-hint'))}
        {text('code', TEXT_LIMITS.code, t('form.code-hint'))}
        {number('estimatedSec', t('form.seconds-hint'))}
        {text('tags', 2_000, t('form.tags-hint'))}
        {text('source', TEXT_LIMITS.source)}
        {text('licence', TEXT_LIMITS.source)}
      </Grid.Root>
      {isMakingTopic ? (
        <TopicDialog
          topics={topics}
          onClose={() => setMakingTopic(false)}
          onDone={(topic) => {
            setMakingTopic(false);
            onTopicMade();
            change({ ...draft, topic: topic.documentId });
          }}
        />
      ) : null}
    </>
  );
}
