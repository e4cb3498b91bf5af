import { useText } from '@lyceum/core/admin';
import { Box, Field, Flex, Grid, NumberInput, Typography } from '@strapi/design-system';
import { type RuleMessage, TEXT_LIMITS } from '../../../../../contract/index.ts';
import { Messages } from '../../../components/Messages.tsx';
import { RowButtons } from '../../../components/RowButtons.tsx';
import { MarkdownField } from '../MarkdownField.tsx';
import { LabelledField } from './LabelledField.tsx';
import { freeRow, moved } from './option-list.ts';
import { AddButton, Row, Rows } from './Rows.tsx';
import { type CriterionDraft, emptyCriterion, MAX_CRITERIA, type RubricAnswer } from './rubric.ts';

const TITLE_LENGTH = 200;

type Props = { rubric: RubricAnswer; change(part: Partial<RubricAnswer>): void; messages: readonly RuleMessage[] };

/** What markers look at, how much each thing weighs, and an answer that would earn everything. */
export function RubricEditor({ rubric, change, messages }: Props) {
  const t = useText('questions');
  const { criteria } = rubric;
  const sum = criteria.reduce((total, { weight = 0 }) => total + Math.max(0, weight), 0);
  const set = (at: number, part: Partial<CriterionDraft>) =>
    change({ criteria: criteria.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <Box width="100%">
      <Rows>
        {criteria.map(({ row, title, description, weight }, at) => {
          const name = t('rubric.named', { number: at + 1 });
          const field = `key.rubric.${at}`;
          const percent = sum > 0 && weight !== undefined ? Math.round((100 * Math.max(0, weight)) / sum) : null;
          return (
            <Row key={row}>
              <Flex justifyContent="space-between" wrap="wrap" gap={2}>
                <Typography variant="sigma">{percent === null ? name : t('rubric.part', { name, percent })}</Typography>
                <Flex gap={1}>
                  <RowButtons
                    name={name}
                    at={at}
                    count={criteria.length}
                    onMove={(by) => change({ criteria: moved(criteria, at, by) })}
                    onRemove={() => change({ criteria: criteria.toSpliced(at, 1) })}
                    canRemove={criteria.length > 1}
                  />
                </Flex>
              </Flex>
              <Grid.Root gap={4} paddingBottom={3}>
                <Grid.Item col={8} xs={12} direction="column" alignItems="stretch">
                  <LabelledField field={`${field}.title`} label={t('rubric.title')} messages={messages} isRequired>
                    <Field.Input
                      name={`${field}.title`}
                      value={title}
                      dir="auto"
                      maxLength={TITLE_LENGTH}
                      onChange={(event: React.ChangeEvent<HTMLInputElement>) => set(at, { title: event.target.value })}
                    />
                  </LabelledField>
                </Grid.Item>
                <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
                  <LabelledField field={`${field}.weight`} label={t('rubric.weight')} messages={messages} isRequired>
                    <NumberInput
                      name={`${field}.weight`}
                      value={weight}
                      onValueChange={(next: number | undefined) => set(at, { weight: next })}
                    />
                  </LabelledField>
                </Grid.Item>
              </Grid.Root>
              <MarkdownField
                field={`${field}.description`}
                label={t('rubric.description')}
                value={description}
                rows={2}
                maxLength={TEXT_LIMITS.hint}
                onChange={(text) => set(at, { description: text })}
                messages={messages}
              />
            </Row>
          );
        })}
      </Rows>
      <Messages messages={messages.filter(({ field }) => field === 'key.rubric' || field === 'key')} />
      <AddButton
        label={t('rubric.add')}
        isDisabled={criteria.length >= MAX_CRITERIA}
        onAdd={() => change({ criteria: [...criteria, emptyCriterion(freeRow(criteria))] })}
      />
      <Box paddingTop={4}>
        <MarkdownField
          field="key.modelAnswer"
          label={t('field.modelAnswer')}
          hint={t('rubric.model-hint')}
          value={rubric.modelAnswer}
          rows={4}
          maxLength={TEXT_LIMITS.explanation}
          onChange={(modelAnswer) => change({ modelAnswer })}
          messages={messages}
        />
      </Box>
    </Box>
  );
}
