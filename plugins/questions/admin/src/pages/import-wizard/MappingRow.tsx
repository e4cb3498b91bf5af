import { useText } from '@lyceum/core/admin';
import { Flex, NumberInput, SingleSelect, SingleSelectOption, Td, Tr, Typography } from '@strapi/design-system';
import type { FieldSource, FileDescription, Mapping, MappingField, Topic } from '../../../../contract/index.ts';
import { FixedValue } from './FixedValue.tsx';
import { exampleOf, isRequired, SOURCE_KINDS, type SourceKind, withKind } from './mapping.ts';

export type MappingRowProps = {
  field: MappingField;
  mapping: Mapping;
  description: FileDescription;
  topics: readonly Topic[];
  isMissing: boolean;
  onChange(field: MappingField, source: FieldSource | undefined): void;
};

const LONGEST_PREFIX = 40;

/** One field of a question and where its value comes from. */
export function MappingRow({ field, mapping, description, topics, isMissing, onChange }: MappingRowProps) {
  const t = useText('questions');
  const source = mapping.fields[field];
  const name = t(`field.${field}`);
  const example = source?.from === 'fixed' ? '' : exampleOf(source, description);
  return (
    <Tr>
      <Td>
        <Typography fontWeight={isRequired(field) ? 'bold' : 'regular'} textColor={isMissing ? 'danger600' : 'neutral800'}>
          {isRequired(field) ? `${name} *` : name}
        </Typography>
      </Td>
      <Td>
        <SingleSelect
          aria-label={t('mapping.from-named', { field: name })}
          size="S"
          hasError={isMissing}
          value={source?.from ?? 'none'}
          onChange={(kind: string | number) =>
            onChange(field, withKind(mapping, field, kind as SourceKind, description.headers).fields[field])
          }
        >
          {SOURCE_KINDS.map((kind) => (
            <SingleSelectOption key={kind} value={kind}>
              {t(`source.${kind}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Td>
      <Td>
        {source === undefined ? null : source.from === 'fixed' ? (
          <FixedValue
            field={field}
            label={name}
            value={source.value}
            topics={topics}
            onChange={(value) => onChange(field, { from: 'fixed', value })}
          />
        ) : (
          <Flex gap={2}>
            {source.from === 'prefix' ? (
              <NumberInput
                aria-label={t('mapping.length-named', { field: name })}
                size="S"
                style={{ inlineSize: '7rem' }}
                value={source.length}
                onValueChange={(length: number | undefined) =>
                  onChange(field, { ...source, length: Math.min(LONGEST_PREFIX, Math.max(1, Math.round(length ?? 1))) })
                }
              />
            ) : null}
            <SingleSelect
              aria-label={t('mapping.column-named', { field: name })}
              size="S"
              value={source.column}
              onChange={(column: string | number) => onChange(field, { ...source, column: String(column) })}
            >
              {description.headers.map((header) => (
                <SingleSelectOption key={header} value={header}>
                  {header}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Flex>
        )}
      </Td>
      <Td>
        <Typography
          ellipsis
          dir="auto"
          textColor="neutral600"
          title={example}
          style={{ display: 'block', maxInlineSize: '24rem' }}
        >
          {example}
        </Typography>
      </Td>
    </Tr>
  );
}
