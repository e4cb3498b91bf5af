import { useText } from '@lyceum/core/admin';
import { Box, Flex, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { PassMark } from '../../../contract/index.ts';
import { LabelledField } from './LabelledField.tsx';

/** A share of the points, a number of points, or nothing to pass. */
export function PassMarkInput({
  value,
  error,
  onChange,
}: {
  value: PassMark | null;
  error: string | undefined;
  onChange(value: PassMark | null): void;
}) {
  const t = useText('exams');
  const unit = value === null ? 'none' : 'percent' in value ? 'percent' : 'points';
  const amount = value === null ? undefined : 'percent' in value ? value.percent : value.points;
  const make = (nextUnit: string, nextAmount: number): PassMark | null =>
    nextUnit === 'none' ? null : nextUnit === 'percent' ? { percent: nextAmount } : { points: nextAmount };
  return (
    <LabelledField name="passMark" label={t('field.passMark')} error={error}>
      <Flex gap={2} alignItems="stretch">
        {unit === 'none' ? null : (
          <NumberInput
            aria-label={t('field.passMark')}
            value={amount}
            onValueChange={(next: number | undefined) => onChange(make(unit, next ?? 0))}
          />
        )}
        <Box minWidth="11rem">
          <SingleSelect
            aria-label={t('pass.unit')}
            value={unit}
            onChange={(next: string | number) => onChange(make(String(next), amount ?? 70))}
          >
            {['percent', 'points', 'none'].map((option) => (
              <SingleSelectOption key={option} value={option}>
                {t(`pass.${option}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      </Flex>
    </LabelledField>
  );
}
