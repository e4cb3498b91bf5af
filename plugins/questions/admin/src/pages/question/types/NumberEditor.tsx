import { useText } from '@lyceum/core/admin';
import { Field, Flex } from '@strapi/design-system';
import { TEXT_LIMITS } from '../../../../../contract/index.ts';
import { Messages } from '../../../components/Messages.tsx';
import { AnswerGroup } from './AnswerGroup.tsx';
import type { EditorProps } from './form.ts';
import { LabelledField } from './LabelledField.tsx';
import { NumberAlternatives } from './NumberAlternatives.tsx';
import { NumberFields } from './NumberFields.tsx';
import type { NumberAnswer } from './number.ts';

/** The right number, how far off one may be, the unit shown beside the learner's field, and other numbers that earn a part. */
export function NumberEditor({ answer, change, messages }: EditorProps<NumberAnswer>) {
  const t = useText('questions');
  return (
    <AnswerGroup label={t('field.key')}>
      <Flex direction="column" alignItems="stretch" gap={4} paddingTop={2}>
        <NumberFields
          value={answer.value}
          tolerance={answer.tolerance}
          change={(part) => change({ ...answer, ...part })}
          field="key"
          label={t('field.key-value')}
          messages={messages}
        />
        <LabelledField field="unit" label={t('field.unit')} hint={t('number.unit-hint')} messages={messages}>
          <Field.Input
            name="unit"
            value={answer.unit}
            dir="auto"
            maxLength={TEXT_LIMITS.unit}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => change({ ...answer, unit: event.target.value })}
          />
        </LabelledField>
        <NumberAlternatives
          list={answer.alternatives}
          change={(alternatives) => change({ ...answer, alternatives })}
          field="key.alternatives"
          messages={messages}
        />
        <Messages messages={messages.filter(({ field }) => field === 'key')} />
      </Flex>
    </AnswerGroup>
  );
}
