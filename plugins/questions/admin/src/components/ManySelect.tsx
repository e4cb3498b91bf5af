import { SearchableSelect, useText } from '@lyceum/core/admin';
import { Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';

export type ManySelectProps = {
  label: string;
  options: readonly { value: string; label: string }[];
  values: readonly string[];
  onChange(values: string[]): void;
  placeholder?: string;
  hasError?: boolean;
};

/** Several of many: what is chosen stands below and is taken away with a press, further ones are found by typing. */
export function ManySelect({ label, options, values, onChange, placeholder, hasError = false }: ManySelectProps) {
  const t = useText('questions');
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? t('many.unknown');
  return (
    <>
      <SearchableSelect
        key={values.length}
        label={label}
        placeholder={placeholder ?? t('many.add')}
        options={options.filter(({ value }) => !values.includes(value))}
        value={null}
        onChange={(value) => value !== null && onChange([...values, value])}
        hasError={hasError}
      />
      {values.length > 0 ? (
        <Flex tag="ul" gap={2} wrap="wrap" paddingTop={2} aria-label={label} style={{ listStyle: 'none', paddingInlineStart: 0 }}>
          {values.map((value) => (
            <li key={value}>
              <Tag
                icon={<Cross aria-hidden />}
                label={t('many.remove', { name: nameOf(value) })}
                onClick={() => onChange(values.filter((other) => other !== value))}
              >
                {nameOf(value)}
              </Tag>
            </li>
          ))}
        </Flex>
      ) : null}
    </>
  );
}
