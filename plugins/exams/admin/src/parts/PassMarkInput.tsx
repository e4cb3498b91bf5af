import { useText } from '@lyceum/core/admin';
import { Box, Flex, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { PassMark } from '../../../contract/index.ts';
import { LabelledField } from './LabelledField.tsx';

const UNITS = ['percent', 'points', 'none'] as const;
type Unit = (typeof UNITS)[number];

const make = (unit: Unit, amount: number): PassMark | null =>
  unit === 'none' ? null : unit === 'percent' ? { percent: amount } : { points: amount };

export type PassMarkInputProps = { value: PassMark | null; error: string | undefined; onChange(value: PassMark | null): void };

/** A share of the points, a number of points, or nothing to pass. */
export function PassMarkInput({ value, error, onChange }: PassMarkInputProps) {
  const t = useText('exams');
  const unit: Unit = value === null ? 'none' : 'percent' in value ? 'percent' : 'points';
  const amount = value === null ? undefined : 'percent' in value ? value.percent : value.points;
  return (
    <Flex gap={2} alignItems="start">
      {unit === 'none' ? null : (
        <Box flex="1">
          <LabelledField name="passMark" label={t('field.passMark')} error={error}>
            <NumberInput value={amount} onValueChange={(next: number | undefined) => onChange(make(unit, next ?? 0))} />
          </LabelledField>
        </Box>
      )}
      <Box flex="1" minWidth="11rem">
        <LabelledField name="passMarkUnit" label={t('pass.unit')}>
          <SingleSelect
            value={unit}
            onChange={(next: string | number) => {
              const chosen = UNITS.find((one) => one === next);
              if (chosen) onChange(make(chosen, amount ?? 70));
            }}
          >
            {UNITS.map((option) => (
              <SingleSelectOption key={option} value={option}>
                {t(`pass.${option}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </LabelledField>
      </Box>
    </Flex>
  );
}
