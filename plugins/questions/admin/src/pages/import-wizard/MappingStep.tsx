import { useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import {
  type FieldSource,
  type FileDescription,
  MAPPING_FIELDS,
  type MappingField,
  OPTION_COUNT,
} from '../../../../contract/index.ts';
import { useTopics } from '../../api/use-topics.ts';
import { TopicSelect } from '../../components/TopicSelect.tsx';
import { KeyFormChoice } from './KeyFormChoice.tsx';
import { MappingRow } from './MappingRow.tsx';
import { missingFields, withKeyColumn, withOption, withSource } from './mapping.ts';
import { SavedMappings } from './SavedMappings.tsx';
import type { ImportDraft } from './use-draft.ts';

export type StepProps = { description: FileDescription; draft: ImportDraft; change(next: ImportDraft): void };

/** Levels a parent of new topics may stand on: a fourth level does not exist. */
const DEEPEST_PARENT = 1;

/** Which column holds what. */
export function MappingStep({ batch, description, draft, change }: StepProps & { batch: { id: string } }) {
  const t = useText('questions');
  const { value: topics } = useTopics();
  const { headers, keys } = description;
  const { mapping } = draft;
  const missing = missingFields(mapping);
  const setMapping = (next: ImportDraft['mapping']) => change({ ...draft, mapping: next });
  const setSource = (field: MappingField, source: FieldSource | undefined) =>
    setMapping(field === 'key' ? withKeyColumn(mapping, source, keys) : withSource(mapping, field, source));

  return (
    <Flex direction="column" alignItems="stretch" gap={7}>
      <SavedMappings mapping={mapping} headers={headers} onLoad={setMapping} />
      <Box>
        <Table colCount={4} rowCount={MAPPING_FIELDS.length + 1}>
          <Thead>
            <Tr>
              {(['field', 'from', 'value', 'example'] as const).map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{t(`mapping.${column}`)}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {MAPPING_FIELDS.map((field) => (
              <MappingRow
                key={field}
                field={field}
                mapping={mapping}
                description={description}
                topics={topics ?? []}
                isMissing={missing.includes(field)}
                onChange={setSource}
              />
            ))}
          </Tbody>
        </Table>
      </Box>
      <Box tag="section" aria-label={t('mapping.options')}>
        <Typography variant="delta" tag="h2">
          {t('mapping.options')}
        </Typography>
        <Typography tag="p" textColor="neutral600" paddingTop={1} paddingBottom={3}>
          {t('mapping.options-hint')}
        </Typography>
        <Flex gap={3} wrap="wrap">
          {mapping.options.map((column, at) => (
            <Flex key={at} gap={1}>
              <Typography fontWeight="bold">{String.fromCharCode(65 + at)}</Typography>
              <SingleSelect
                aria-label={t('field.option-named', { name: String.fromCharCode(65 + at) })}
                value={column}
                onChange={(value: string | number) =>
                  setMapping({ ...mapping, options: mapping.options.with(at, String(value)) })
                }
              >
                {headers.map((header) => (
                  <SingleSelectOption key={header} value={header}>
                    {header}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <IconButton
                variant="ghost"
                label={t('option.remove', { name: String.fromCharCode(65 + at) })}
                onClick={() => setMapping({ ...mapping, options: mapping.options.toSpliced(at, 1) })}
              >
                <Trash />
              </IconButton>
            </Flex>
          ))}
          <Button
            variant="secondary"
            size="S"
            startIcon={<Plus />}
            disabled={mapping.options.length >= OPTION_COUNT.max}
            onClick={() => setMapping(withOption(mapping, headers))}
          >
            {t('mapping.add-option')}
          </Button>
        </Flex>
      </Box>
      <KeyFormChoice id={batch.id} mapping={mapping} keys={keys} onChange={setMapping} />
      <Box tag="section" aria-label={t('mapping.topics')}>
        <Typography variant="delta" tag="h2" paddingBottom={3}>
          {t('mapping.topics')}
        </Typography>
        <Box paddingTop={3}>
          <Checkbox
            checked={mapping.createTopics}
            onCheckedChange={(is: boolean | 'indeterminate') => setMapping({ ...mapping, createTopics: is === true })}
          >
            {t('mapping.create-topics')}
          </Checkbox>
        </Box>
        {mapping.createTopics ? (
          <Box paddingTop={4} maxWidth="48rem">
            <Field.Root hint={t('mapping.topic-parent-hint')}>
              <Field.Label>{t('mapping.topic-parent')}</Field.Label>
              <TopicSelect
                topics={(topics ?? []).filter(({ depth }) => depth <= DEEPEST_PARENT)}
                value={mapping.topicParent}
                onChange={(parent) => setMapping({ ...mapping, topicParent: parent as DocumentId | null })}
                label={t('mapping.topic-parent')}
                placeholder={t('topic.root')}
              />
              <Field.Hint />
            </Field.Root>
          </Box>
        ) : null}
      </Box>
      {missing.length > 0 ? (
        <Typography role="alert" textColor="danger600">
          {t('mapping.missing', { fields: missing.map((field) => t(`field.${field}`)).join(', ') })}
        </Typography>
      ) : null}
    </Flex>
  );
}
