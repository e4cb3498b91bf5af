import { useConfirm, useText } from '@lyceum/core/admin';
import { Box, Field, Flex, Grid, Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { type ReactNode, Suspense } from 'react';
import { QUESTION_TYPES, type QuestionType, type RuleMessage, type Topic } from '../../../../contract/index.ts';
import { type Draft, droppedBy, switchType } from './draft.ts';
import { FactsFields } from './FactsFields.tsx';
import { HintsEditor } from './HintsEditor.tsx';
import { MarkdownField } from './MarkdownField.tsx';
import { Preview } from './Preview.tsx';
import { ANSWER_FORMS } from './types/registry.ts';

export type QuestionFormProps = {
  draft: Draft;
  change(next: Draft): void;
  /** Those that may be shown by now. */
  messages: readonly RuleMessage[];
  preview: Parameters<typeof Preview>[0];
  topics: readonly Topic[];
  onTopicMade(): void;
};

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5} tag="section" aria-label={title}>
      <Typography variant="delta" tag="h2" paddingBottom={4}>
        {title}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={5} paddingTop={3}>
        {children}
      </Flex>
    </Box>
  );
}

/** The form of a question with what a learner will see beside it. */
export function QuestionForm({ draft, change, messages, preview, topics, onTopicMade }: QuestionFormProps) {
  const t = useText('questions');
  const { confirm, dialog } = useConfirm();
  const { Editor } = ANSWER_FORMS[draft.type];

  const pickType = async (type: QuestionType) => {
    const dropped = droppedBy(draft, type);
    const names = dropped.map((part) => t(`dropped.${part}`)).join(', ');
    const yes =
      dropped.length === 0 ||
      (await confirm({
        title: t('switch.title', { type: t(`type.${type}`) }),
        text: t('switch.text', { names }),
        action: t('switch.action'),
        isDangerous: true,
      }));
    if (yes) change(switchType(draft, type));
  };
  const markdown = (field: 'explanation' | 'solution', hint: string) => (
    <MarkdownField
      field={field}
      label={t(`field.${field}`)}
      value={draft[field]}
      hint={hint}
      onChange={(text) => change({ ...draft, [field]: text })}
      messages={messages}
    />
  );

  return (
    <Grid.Root gap={6}>
      <Grid.Item col={7} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
        <Card title={t('form.question')}>
          <Field.Root name="type" required>
            <Field.Label>{t('field.type')}</Field.Label>
            <SingleSelect
              aria-label={t('field.type')}
              value={draft.type}
              onChange={(type: string | number) => void pickType(type as QuestionType)}
            >
              {QUESTION_TYPES.map((type) => (
                <SingleSelectOption key={type} value={type}>
                  {t(`type.${type}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <MarkdownField
            field="stem"
            label={t('field.stem')}
            value={draft.stem}
            rows={6}
            isRequired
            hint={t('form.markdown-hint')}
            onChange={(stem) => change({ ...draft, stem })}
            messages={messages}
          />
          <Suspense fallback={<Loader>{t('form.loading')}</Loader>}>
            <Editor
              key={draft.type}
              answer={draft.answer}
              stem={draft.stem}
              messages={messages}
              change={(answer, stem) => change({ ...draft, answer, stem: stem ?? draft.stem })}
            />
          </Suspense>
        </Card>
        <Card title={t('form.facts')}>
          <FactsFields draft={draft} change={change} messages={messages} topics={topics} onTopicMade={onTopicMade} />
        </Card>
        <Card title={t('form.help')}>
          {markdown('explanation', t('form.explanation-hint'))}
          {markdown('solution', t('form.solution-hint'))}
          <HintsEditor draft={draft} change={change} messages={messages} />
        </Card>
      </Grid.Item>
      <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch">
        <Preview {...preview} />
      </Grid.Item>
      {dialog}
    </Grid.Root>
  );
}
