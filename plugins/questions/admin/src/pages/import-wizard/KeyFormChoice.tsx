import { useCall, useText } from '@lyceum/core/admin';
import { Box, Field, Flex, Radio, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { KEY_FORMS, type KeyProposal, type MappedRow, type Mapping, previewMapping } from '../../../../contract/index.ts';
import { Messages } from '../../components/Messages.tsx';
import { fieldText } from '../question/field-text.ts';
import { isKeyForm, keyFit, sendable } from './mapping.ts';

export type KeyFormChoiceProps = { id: string; mapping: Mapping; keys: readonly KeyProposal[]; onChange(mapping: Mapping): void };

/** How the key names an option, proposed from all values, with what it means on three rows. */
export function KeyFormChoice({ id, mapping, keys, onChange }: KeyFormChoiceProps) {
  const t = useText('questions');
  const call = useCall();
  const body = useDebounce(JSON.stringify(sendable(mapping)), 300);
  const [rows, setRows] = useState<readonly MappedRow[]>([]);
  const fit = keyFit(mapping, keys);

  useEffect(() => {
    const abort = new AbortController();
    call(previewMapping, { params: { id }, body: { mapping: JSON.parse(body) }, signal: abort.signal }).then(
      (preview) => setRows(preview.rows),
      // A newer choice took its place, or the start of the run will name what is wrong.
      () => undefined,
    );
    return () => abort.abort();
  }, [call, id, body]);

  return (
    <Box tag="section" aria-label={t('key.title')}>
      <Field.Root name="key-form">
        <Typography variant="delta" tag="h2">
          {t('key.title')}
        </Typography>
        <Radio.Group
          value={mapping.keyForm}
          aria-label={t('key.title')}
          onValueChange={(form: string) => (isKeyForm(form) ? onChange({ ...mapping, keyForm: form }) : undefined)}
        >
          <Flex gap={6} wrap="wrap" paddingTop={2}>
            {KEY_FORMS.map((form) => (
              <Radio.Item key={form} value={form}>
                {t(`key.${form}`)}
              </Radio.Item>
            ))}
          </Flex>
        </Radio.Group>
      </Field.Root>
      {fit ? (
        <Typography tag="p" paddingTop={3} textColor={fit.certain && fit.form === mapping.keyForm ? 'success600' : 'warning600'}>
          {t(fit.form !== mapping.keyForm ? 'key.other' : fit.certain ? 'key.certain' : 'key.uncertain', {
            form: t(`key.${fit.form}`),
            percent: Math.round(fit.fit * 100),
          })}
        </Typography>
      ) : null}
      {rows.length > 0 ? (
        <Box paddingTop={4}>
          <Table colCount={5} rowCount={rows.length + 1}>
            <Thead>
              <Tr>
                {(['row', 'stem', 'cell', 'means', 'topic'] as const).map((column) => (
                  <Th key={column}>
                    <Typography variant="sigma">{t(`key.column-${column}`)}</Typography>
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {rows.map((row) => (
                <Tr key={row.number}>
                  <Td>
                    <Typography>{row.number}</Typography>
                  </Td>
                  <Td>
                    <Typography ellipsis dir="auto" title={row.stem} style={{ display: 'block', maxInlineSize: '28rem' }}>
                      {row.stem}
                    </Typography>
                  </Td>
                  <Td>
                    <Typography fontWeight="bold">{row.keyCell || '–'}</Typography>
                  </Td>
                  <Td>
                    <Typography dir="auto" style={{ display: 'block', maxInlineSize: '32rem', whiteSpace: 'normal' }}>
                      {row.keyMeans || '–'}
                    </Typography>
                    <Messages messages={row.messages} fieldName={(field) => fieldText(t, field)} />
                  </Td>
                  <Td>
                    <Typography>{row.topic || '–'}</Typography>
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </Box>
      ) : null}
    </Box>
  );
}
