import { SearchableSelect, useText } from '@lyceum/core/admin';
import { DatePicker, Field, Grid, MultiSelect, MultiSelectOption, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { ManySelect } from '../../components/ManySelect.tsx';
import { type FilterField, textOf, valuesOf } from './filter-fields.ts';

export type FilterPanelProps = {
  fields: readonly FilterField[];
  filters: Readonly<Record<string, string>>;
  onChange(next: Record<string, string | null>): void;
};

function FilterInput({
  field,
  value,
  onChange,
}: {
  field: FilterField;
  value: string | undefined;
  onChange(value: string | null): void;
}) {
  const t = useText('questions');
  const { label, options, kind } = field;
  const clearLabel = t('filter.clear-one', { name: label });
  if (kind === 'found')
    return (
      <SearchableSelect label={label} placeholder={t('filter.any')} options={options} value={value ?? null} onChange={onChange} />
    );
  if (kind === 'many')
    return (
      <ManySelect
        label={label}
        placeholder={t('filter.any')}
        options={options}
        values={valuesOf(value)}
        onChange={(values) => onChange(textOf(values))}
      />
    );
  if (kind === 'few')
    return (
      <MultiSelect
        aria-label={label}
        placeholder={t('filter.any')}
        value={valuesOf(value)}
        onChange={(values: string[]) => onChange(textOf(values))}
        onClear={() => onChange(null)}
        clearLabel={clearLabel}
        customizeContent={(values) =>
          (values ?? []).map((one) => options.find((option) => option.value === one)?.label ?? one).join(', ')
        }
      >
        {options.map((option) => (
          <MultiSelectOption key={option.value} value={option.value}>
            {option.label}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    );
  if (kind === 'date')
    return (
      <DatePicker
        aria-label={label}
        {...(value ? { value: new Date(value) } : {})}
        onChange={(date: Date | undefined) => onChange(date ? date.toISOString() : null)}
        onClear={() => onChange(null)}
        clearLabel={clearLabel}
      />
    );
  return (
    <SingleSelect
      aria-label={label}
      placeholder={t('filter.any')}
      value={value ?? ''}
      onChange={(next: string | number) => onChange(String(next))}
      onClear={() => onChange(null)}
      clearLabel={clearLabel}
    >
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

/** Every filter at once; any mix is possible and each change shows in the list at once. */
export function FilterPanel({ fields, filters, onChange }: FilterPanelProps) {
  return (
    <Grid.Root gap={4}>
      {fields.map((field) => (
        <Grid.Item key={field.name} col={3} m={4} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name={`filter-${field.name}`} width="100%">
            <Field.Label>{field.label}</Field.Label>
            <FilterInput
              field={field}
              value={filters[field.name]}
              onChange={(value) => onChange({ [field.name]: value === '' ? null : value })}
            />
          </Field.Root>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}
