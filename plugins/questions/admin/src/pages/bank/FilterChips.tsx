import { useDates, useText } from '@lyceum/core/admin';
import { Button, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { type FilterField, valuesOf } from './filter-fields.ts';

export type FilterChipsProps = {
  fields: readonly FilterField[];
  filters: Readonly<Record<string, string>>;
  onChange(next: Record<string, string | null>): void;
};

/** The filters in force, each to be taken away by itself. */
export function FilterChips({ fields, filters, onChange }: FilterChipsProps) {
  const t = useText('questions');
  const { date } = useDates();
  const names = Object.keys(filters);
  if (names.length === 0) return null;
  const textFor = (name: string, text: string): string => {
    const field = fields.find((one) => one.name === name);
    if (name === 'batch') return t('filter.batch');
    const values = field?.kind === 'date' ? [date(text)] : valuesOf(text);
    const labels = values.map((value) => field?.options.find((option) => option.value === value)?.label ?? value);
    return `${t(`filter.${name}`)}: ${labels.join(', ')}`;
  };
  return (
    <Flex
      tag="ul"
      gap={2}
      wrap="wrap"
      paddingBottom={4}
      aria-label={t('filter.in-force')}
      style={{ listStyle: 'none', paddingInlineStart: 0 }}
    >
      {names.map((name) => {
        const text = textFor(name, filters[name] ?? '');
        return (
          <li key={name}>
            <Tag
              icon={<Cross aria-hidden />}
              label={t('filter.remove', { name: text })}
              onClick={() => onChange({ [name]: null })}
            >
              {text}
            </Tag>
          </li>
        );
      })}
      <li>
        <Button
          size="S"
          variant="ghost"
          onClick={() => onChange({ search: null, ...Object.fromEntries(names.map((name) => [name, null])) })}
        >
          {t('filter.clear')}
        </Button>
      </li>
    </Flex>
  );
}
