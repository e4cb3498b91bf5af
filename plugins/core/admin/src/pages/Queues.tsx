import { Box, Button, EmptyStateLayout, Flex, Loader, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { getQueues, rerunEvent } from '../../../contract/index.ts';
import { useCall } from '../kit/use-call.ts';
import { useLoaded, usePolling } from '../kit/use-loaded.ts';
import { useDates, useProblemText, useText } from '../kit/use-text.ts';

function Section({
  title,
  heads,
  rows,
}: {
  title: string;
  heads: readonly string[];
  rows: readonly (readonly React.ReactNode[])[];
}) {
  return (
    <Box>
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      <Box paddingTop={3}>
        <Table colCount={heads.length} rowCount={rows.length + 1}>
          <Thead>
            <Tr>
              {heads.map((head) => (
                <Th key={head}>
                  <Typography variant="sigma">{head}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {rows.map((cells, at) => (
              <Tr key={`${title}-${at}`}>
                {cells.map((cell, place) => (
                  <Td key={heads[place] ?? place}>{typeof cell === 'object' ? cell : <Typography>{cell}</Typography>}</Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      </Box>
    </Box>
  );
}

/** What waits, what runs, what went wrong; looks again every three seconds. */
export function Queues() {
  const t = useText('core');
  const { dateTime } = useDates();
  const problemText = useProblemText();
  const call = useCall();
  const { toggleNotification } = useNotification();
  const { value, error, reload } = useLoaded(() => call(getQueues), []);
  usePolling(reload, 3_000, true);

  const rerun = async (id: string) => {
    await call(rerunEvent, { params: { id } }).catch((problem: unknown) =>
      toggleNotification({ type: 'danger', message: problemText(problem) }),
    );
    reload();
  };

  if (error && !value)
    return <EmptyStateLayout content={problemText(error)} action={<Button onClick={reload}>{t('list.retry')}</Button>} />;
  if (!value) return <Loader />;
  return (
    <Flex direction="column" alignItems="stretch" gap={8}>
      <Section
        title={t('queues.title')}
        heads={[t('jobs.queue'), t('queues.waiting'), t('queues.running'), t('queues.dead'), t('queues.done')]}
        rows={value.queues.map((row) => [t(`jobs.queue.${row.queue}`), row.waiting, row.running, row.dead, row.doneLastHour])}
      />
      <Section
        title={t('queues.schedules')}
        heads={[t('queues.schedule'), t('queues.started'), t('queues.finished'), t('jobs.error')]}
        rows={value.schedules.map((row) => [
          row.name,
          dateTime(row.lastStartedAt),
          dateTime(row.lastFinishedAt),
          row.lastError ?? '–',
        ])}
      />
      {value.deadEvents.length > 0 ? (
        <Section
          title={t('queues.dead-events')}
          heads={[t('queues.event'), t('jobs.error'), t('jobs.madeAt'), '']}
          rows={value.deadEvents.map((row) => [
            row.type,
            row.error ?? '–',
            dateTime(row.occurredAt),
            <Button key={row.id} size="S" variant="secondary" onClick={() => void rerun(row.id)}>
              {t('jobs.rerun')}
            </Button>,
          ])}
        />
      ) : null}
    </Flex>
  );
}
