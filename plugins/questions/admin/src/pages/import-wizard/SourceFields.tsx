import { useText } from '@lyceum/core/admin';
import { Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import {
  DELIMITERS,
  ENCODINGS,
  type FileDescription,
  type ImportFormat,
  isItemFormat,
  type SourceChoice,
} from '../../../../contract/index.ts';

export type SourceFieldsProps = {
  format: ImportFormat;
  source: SourceChoice;
  sheets: FileDescription['sheets'];
  isReading: boolean;
  onChoose(source: SourceChoice): void;
};

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** How a file is read: what was detected, to be changed. */
export function SourceFields({ format, source, sheets, isReading, onChoose }: SourceFieldsProps) {
  const t = useText('questions');
  const pick = (name: keyof SourceChoice, options: readonly { value: string; label: string }[]) => (
    <Grid.Item key={name} col={4} s={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={name}>
        <Field.Label>{t(`read.${name}`)}</Field.Label>
        <SingleSelect
          aria-label={t(`read.${name}`)}
          value={source[name] ?? ''}
          placeholder={t('form.choose')}
          disabled={isReading}
          onChange={(value: string | number) => onChoose({ ...source, [name]: String(value) })}
        >
          {options.map((option) => (
            <SingleSelectOption key={option.value} value={option.value}>
              {option.label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Grid.Item>
  );
  const encoding = pick(
    'encoding',
    ENCODINGS.map((value) => ({ value, label: t(`encoding.${value}`) })),
  );
  if (isItemFormat(format)) return source.encoding ? <Grid.Root gap={4}>{encoding}</Grid.Root> : null;
  if (format === 'xlsx' && sheets.length === 0) return null;
  return (
    <Grid.Root gap={4}>
      {format === 'csv'
        ? [
            encoding,
            pick(
              'delimiter',
              DELIMITERS.map((value) => ({ value, label: t(`delimiter.${DELIMITER_NAMES[value]}`) })),
            ),
          ]
        : pick(
            'sheet',
            sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? t('read.hidden-sheet', { name }) : name })),
          )}
    </Grid.Root>
  );
}
