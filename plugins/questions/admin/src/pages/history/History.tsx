import { useCall, useDates, useLoaded, useMay, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, EmptyStateLayout, Flex, Loader, Link as TextLink, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import { type HistoryEntry, IMPORT, listHistory, type Question } from '../../../../contract/index.ts';
import { useNames } from '../../api/use-names.ts';
import { useTopics } from '../../api/use-topics.ts';
import { HOME } from '../../plugin-id.ts';
import { EntryChanges } from './EntryChanges.tsx';
import type { Names } from './value-text.ts';

/** What ids of topics, exam types and skills are called. */
function useIdNames(): Names {
  const { value: topics } = useTopics();
  const { value: names } = useNames();
  return useMemo(
    () =>
      new Map([
        ...(topics ?? []).map(({ documentId, path }): [string, string] => [documentId, path]),
        ...[...(names?.examTypes ?? []), ...(names?.skills ?? [])].map(({ value, label }): [string, string] => [value, label]),
      ]),
    [topics, names],
  );
}

function Entry({ entry, names }: { entry: HistoryEntry; names: Names }) {
  const t = useText('questions');
  const may = useMay();
  const { dateTime } = useDates();
  const { at, by, verb, note, batch, changes } = entry;
  const who = by === 'system' ? t('history.by-system') : (by ?? t('history.by-nobody'));
  return (
    <Box tag="li" padding={4} borderColor="neutral150" style={{ borderWidth: '0 0 1px' }}>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="bold">{t(`history.${verb}`)}</Typography>
        <Typography textColor="neutral600">{[dateTime(at), who].join(' · ')}</Typography>
        {batch ? (
          may(IMPORT) ? (
            <TextLink tag={Link} to={`${HOME}/imports/${batch.id}`}>
              {batch.fileName}
            </TextLink>
          ) : (
            <Typography>{batch.fileName}</Typography>
          )
        ) : null}
      </Flex>
      {note ? (
        <Typography tag="p" dir="auto" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {verb === 'restore' ? t('revisions.version', { number: note }) : note}
        </Typography>
      ) : null}
      <EntryChanges changes={changes} names={names} />
    </Box>
  );
}

/** Who changed what and when, by hand or by an import, newest first. */
export function History({ stored }: { stored: Pick<Question, 'documentId' | 'updatedAt' | 'status' | 'version'> }) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const names = useIdNames();
  const { documentId, updatedAt, status, version } = stored;
  const load = (before?: number) => call(listHistory, { params: { documentId }, query: before === undefined ? {} : { before } });
  const { value, error, reload } = useLoaded(() => load(), [documentId, updatedAt, status, version]);
  const [more, setMore] = useState<{ rows: HistoryEntry[]; next: number | null }>({ rows: [], next: null });
  const [isLoading, setLoading] = useState(false);
  useEffect(() => setMore({ rows: [], next: value?.next ?? null }), [value]);

  const loadMore = async () => {
    if (more.next === null) return;
    setLoading(true);
    try {
      const page = await load(more.next);
      setMore((old) => ({ rows: [...old.rows, ...page.rows], next: page.next }));
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    } finally {
      setLoading(false);
    }
  };
  if (error)
    return <EmptyStateLayout content={problemText(error)} action={<Button onClick={reload}>{t('duplicates.retry')}</Button>} />;
  if (!value) return <Loader>{t('form.loading')}</Loader>;
  const rows = [...value.rows, ...more.rows];
  if (rows.length === 0) return <EmptyStateLayout content={t('history.empty')} />;
  return (
    <>
      <Box
        tag="ol"
        background="neutral0"
        hasRadius
        shadow="tableShadow"
        style={{ listStyle: 'none' }}
        aria-label={t('history.title')}
      >
        {rows.map((entry, at) => (
          // Two deeds of one transaction bear the same time.
          <Entry key={`${entry.at} ${entry.verb} ${at}`} entry={entry} names={names} />
        ))}
      </Box>
      {more.next === null ? null : (
        <Flex justifyContent="center" paddingTop={4}>
          <Button variant="tertiary" loading={isLoading} onClick={() => void loadMore()}>
            {t('history.more')}
          </Button>
        </Flex>
      )}
    </>
  );
}
