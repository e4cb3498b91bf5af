import { useText } from '@lyceum/core/admin';
import { Box, NumberInput } from '@strapi/design-system';
import { AnswerGroup } from './AnswerGroup.tsx';
import type { AudioAnswer } from './audio-answer.ts';
import type { EditorProps } from './form.ts';
import { LabelledField } from './LabelledField.tsx';
import { RubricEditor } from './RubricEditor.tsx';

/** How long a learner may speak, and how it is marked. */
export function AudioAnswerEditor({ answer, change, messages }: EditorProps<AudioAnswer>) {
  const t = useText('questions');
  return (
    <AnswerGroup label={t('rubric.heading')} hint={t('rubric.hint')}>
      <Box paddingBottom={4}>
        <LabelledField
          field="details.maxSec"
          label={t('field.maxSec')}
          hint={t('rubric.seconds-hint')}
          messages={messages}
          isRequired
        >
          <NumberInput
            name="details.maxSec"
            value={answer.maxSec}
            onValueChange={(maxSec: number | undefined) => change({ ...answer, maxSec })}
          />
        </LabelledField>
      </Box>
      <RubricEditor rubric={answer} change={(part) => change({ ...answer, ...part })} messages={messages} />
    </AnswerGroup>
  );
}
