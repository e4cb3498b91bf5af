import { useText } from '@lyceum/core/admin';
import { Grid, NumberInput } from '@strapi/design-system';
import { AnswerGroup } from './AnswerGroup.tsx';
import type { EditorProps } from './form.ts';
import { LabelledField } from './LabelledField.tsx';
import type { LongTextAnswer } from './long-text.ts';
import { RubricEditor } from './RubricEditor.tsx';

/** How many words are asked for, and how the text is marked. */
export function LongTextEditor({ answer, change, messages }: EditorProps<LongTextAnswer>) {
  const t = useText('questions');
  return (
    <AnswerGroup label={t('rubric.heading')} hint={t('rubric.hint')}>
      <Grid.Root gap={4} paddingBottom={4}>
        {(['minWords', 'maxWords'] as const).map((limit) => (
          <Grid.Item key={limit} col={6} xs={12} direction="column" alignItems="stretch">
            <LabelledField
              field={`details.${limit}`}
              label={t(`field.${limit}`)}
              hint={t('rubric.words-hint')}
              messages={messages}
            >
              <NumberInput
                name={`details.${limit}`}
                value={answer[limit]}
                onValueChange={(words: number | undefined) => change({ ...answer, [limit]: words })}
              />
            </LabelledField>
          </Grid.Item>
        ))}
      </Grid.Root>
      <RubricEditor rubric={answer} change={(part) => change({ ...answer, ...part })} messages={messages} />
    </AnswerGroup>
  );
}
