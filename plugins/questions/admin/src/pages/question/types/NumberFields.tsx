import { useText } from '@lyceum/core/admin';
import { Grid, NumberInput } from '@strapi/design-system';
import type { RuleMessage } from '../../../../../contract/index.ts';
import { LabelledField } from './LabelledField.tsx';

export type NumberFieldsProps = {
  value: number | undefined;
  tolerance: number | undefined;
  change(part: { value?: number | undefined; tolerance?: number | undefined }): void;
  /** `key`, `key.gaps.2`, `key.alternatives.0`. */
  field: string;
  /** Label of the number. */
  label: string;
  messages: readonly RuleMessage[];
};

/** A number and how far off one may be. */
export function NumberFields({ value, tolerance, change, field, label, messages }: NumberFieldsProps) {
  const t = useText('questions');
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <LabelledField field={`${field}.value`} label={label} messages={messages} isRequired>
          <NumberInput
            name={`${field}.value`}
            value={value}
            onValueChange={(next: number | undefined) => change({ value: next })}
          />
        </LabelledField>
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <LabelledField
          field={`${field}.tolerance`}
          label={t('field.key-tolerance')}
          hint={t('number.tolerance-hint')}
          messages={messages}
        >
          <NumberInput
            name={`${field}.tolerance`}
            value={tolerance}
            onValueChange={(next: number | undefined) => change({ tolerance: next })}
          />
        </LabelledField>
      </Grid.Item>
    </Grid.Root>
  );
}
