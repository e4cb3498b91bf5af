import { useCall, useText } from '@lyceum/core/admin';
import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { type ImportDefaults, type MappedRow, previewMapping } from '../../../../contract/index.ts';
import { Losses } from '../../components/Losses.tsx';
import { Messages } from '../../components/Messages.tsx';
import { fieldText } from '../question/field-text.ts';

function OneItem({ row }: { row: MappedRow }) {
  const t = useText('questions');
  return (
    <Box tag="li" padding={4} hasRadius borderColor="neutral150" background="neutral0">
      <Flex gap={3} wrap="wrap">
        <Typography variant="pi" textColor="neutral600">
          {`${row.number} · ${row.type ? t(`type.${row.type}`) : '–'}`}
        </Typography>
        {row.topic ? (
          <Typography variant="pi" textColor="neutral600" dir="auto">
            {row.topic}
          </Typography>
        ) : null}
      </Flex>
      <Typography tag="p" fontWeight="bold" dir="auto" paddingTop={1} style={{ overflowWrap: 'anywhere' }}>
        {row.stem}
      </Typography>
      {row.options.length > 0 ? (
        <Box tag="ul" paddingTop={1} style={{ listStyle: 'none', paddingInlineStart: 0 }}>
          {row.options.map(({ id, text, isCorrect }) => (
            <li key={id}>
              <Typography dir="auto" textColor={isCorrect ? 'success600' : 'neutral800'}>
                {`${id.toUpperCase()} ${text}`}
              </Typography>
            </li>
          ))}
        </Box>
      ) : null}
      {row.keyMeans ? (
        <Typography tag="p" paddingTop={1}>
          {t('items.key', { key: row.keyMeans })}
        </Typography>
      ) : null}
      <Messages messages={row.messages} fieldName={(field) => fieldText(t, field)} />
      <Losses losses={row.losses} />
    </Box>
  );
}

/** The first questions of the file with the values chosen for what it does not say. */
export function ItemPreview({ id, defaults }: { id: string; defaults: ImportDefaults }) {
  const t = useText('questions');
  const call = useCall();
  const body = useDebounce(JSON.stringify(defaults), 300);
  const [rows, setRows] = useState<readonly MappedRow[] | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    call(previewMapping, { params: { id }, body: { defaults: JSON.parse(body) }, signal: abort.signal }).then(
      (preview) => setRows(preview.rows),
      // A newer choice took its place, or the dry run will say what is wrong.
      () => undefined,
    );
    return () => abort.abort();
  }, [call, id, body]);

  return (
    <Box tag="section" aria-label={t('items.preview')}>
      <Typography variant="delta" tag="h2" paddingBottom={3}>
        {t('items.preview')}
      </Typography>
      {rows === null ? (
        <Loader small>{t('form.loading')}</Loader>
      ) : rows.length === 0 ? (
        <Typography textColor="neutral600">{t('items.no-preview')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} style={{ listStyle: 'none', paddingInlineStart: 0 }}>
          {rows.map((row) => (
            <OneItem key={row.number} row={row} />
          ))}
        </Flex>
      )}
    </Box>
  );
}
