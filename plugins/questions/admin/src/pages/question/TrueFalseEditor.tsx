import { useText } from '@lyceum/core/admin';
import { Field, Flex, Radio } from '@strapi/design-system';
import { TRUE_FALSE_IDS } from '../../../../contract/index.ts';
import { Messages } from '../../components/Messages.tsx';
import { markOption } from './draft.ts';
import type { EditorProps } from './OptionsEditor.tsx';

/** The key of a statement. */
export function TrueFalseEditor({ draft, change, messages }: EditorProps) {
  const t = useText('questions');
  return (
    <Field.Root id="field-key" tabIndex={-1} name="key" required>
      <Field.Label>{t('true-false.key')}</Field.Label>
      <Radio.Group
        value={draft.correct[0] ?? ''}
        aria-label={t('true-false.key')}
        onValueChange={(id: string) => change(markOption(draft, id, true))}
      >
        <Flex gap={6}>
          {TRUE_FALSE_IDS.map((id) => (
            <Radio.Item key={id} value={id}>
              {t(`true-false.${id}`)}
            </Radio.Item>
          ))}
        </Flex>
      </Radio.Group>
      <Messages messages={messages.filter(({ field }) => field === 'key')} />
    </Field.Root>
  );
}
