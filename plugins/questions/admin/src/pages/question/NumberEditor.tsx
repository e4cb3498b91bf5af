import { useText } from '@lyceum/core/admin';
import { Box, Field, Grid, NumberInput } from '@strapi/design-system';
import { TEXT_LIMITS } from '../../../../contract/index.ts';
import { Messages } from '../../components/Messages.tsx';
import type { EditorProps } from './OptionsEditor.tsx';

/** The right number, how far off one may be, and the unit shown beside the learner's field. */
export function NumberEditor({ draft, change, messages }: EditorProps) {
  const t = useText('questions');
  const own = (field: string) => messages.filter((message) => message.field === field);
  return (
    <Box width="100%">
      <Grid.Root gap={4}>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="key.value" required error={own('key.value').length > 0}>
            <Field.Label>{t('field.key-value')}</Field.Label>
            <NumberInput value={draft.value} onValueChange={(value: number | undefined) => change({ ...draft, value })} />
            <Messages messages={own('key.value')} />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="key.tolerance" hint={t('number.tolerance-hint')} error={own('key.tolerance').length > 0}>
            <Field.Label>{t('field.key-tolerance')}</Field.Label>
            <NumberInput
              value={draft.tolerance}
              onValueChange={(tolerance: number | undefined) => change({ ...draft, tolerance })}
            />
            <Field.Hint />
            <Messages messages={own('key.tolerance')} />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="unit" hint={t('number.unit-hint')}>
            <Field.Label>{t('field.unit')}</Field.Label>
            <Field.Input
              value={draft.unit}
              maxLength={TEXT_LIMITS.unit}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => change({ ...draft, unit: event.target.value })}
            />
            <Field.Hint />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      <Messages messages={own('key')} />
    </Box>
  );
}
