import { JobReport, Notice, PageFrame, useDates, useMay, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { type DuplicateScan, PUBLISH, READ, WRITE } from '../../../../contract/index.ts';
import { useBankSettings } from '../../api/use-bank-settings.ts';
import { queueAction } from './keys.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { PairTable } from './PairTable.tsx';
import { PairView } from './PairView.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { useDecisions } from './use-decisions.ts';
import { useQueue } from './use-queue.ts';
import { useScan } from './use-scan.ts';

function ScanNote({ scan, isRunning }: { scan: DuplicateScan; isRunning: boolean }) {
  const t = useText('questions');
  if (isRunning)
    return (
      <JobReport
        progress={scan.progress}
        isRunning
        status={t('duplicates.scan-running')}
        figures={[
          { label: t('duplicates.scan-compared'), value: scan.compared },
          { label: t('duplicates.scan-found'), value: scan.found },
        ]}
      />
    );
  if (scan.state === 'failed') return <Notice tone="danger" title={t('duplicates.scan-failed')} />;
  return scan.isLimited ? <Notice tone="warning" title={t('duplicates.scan-limited')} /> : null;
}

/** The review queue: suspected pairs one after the other, decided by button or by key. */
export function Duplicates() {
  const t = useText('questions');
  const may = useMay();
  const problemText = useProblemText();
  const { dateTime } = useDates();
  const queue = useQueue();
  const decisions = useDecisions(queue);
  const { scan, isRunning, start } = useScan(queue.reload);
  const settings = useBankSettings();
  const [isMerging, setMerging] = useState(false);
  const { current, rows } = queue;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = queueAction(event, event.target instanceof HTMLElement ? event.target : null);
      if (action === null || isMerging) return;
      event.preventDefault();
      if (action === 'next') queue.step(1);
      else if (action === 'previous') queue.step(-1);
      else if (action === 'undo') void decisions.undo(current?.decision ? current : undefined);
      else if (!current || current.decision !== null) return;
      else if (action === 'merge') setMerging(may(PUBLISH));
      else if (may(WRITE)) void decisions.decide(current, action);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  const isOpen = queue.filters.decision === undefined;
  const empty = Object.keys(queue.filters).length > 0 ? t('duplicates.nothing-found') : t('duplicates.empty');
  return (
    <PageFrame
      title={t('duplicates.title')}
      subtitle={
        scan?.finishedAt
          ? t('duplicates.subtitle-scanned', { when: dateTime(scan.finishedAt), compared: scan.compared })
          : t('duplicates.subtitle')
      }
      permission={READ}
      primaryAction={
        may(WRITE) ? (
          <Button startIcon={<ArrowClockwise />} loading={isRunning} onClick={() => void start()}>
            {t('duplicates.scan')}
          </Button>
        ) : undefined
      }
    >
      {scan ? (
        <Box paddingBottom={scan.isLimited || isRunning || scan.state === 'failed' ? 5 : 0}>
          <ScanNote scan={scan} isRunning={isRunning} />
        </Box>
      ) : null}
      <QueueFilters queue={queue} shownFrom={settings.similarShownFrom} />
      {queue.error ? (
        <EmptyStateLayout
          content={problemText(queue.error)}
          action={<Button onClick={queue.reload}>{t('duplicates.retry')}</Button>}
        />
      ) : queue.value === null ? (
        <Flex justifyContent="center" padding={8}>
          <Loader>{t('form.loading')}</Loader>
        </Flex>
      ) : current === null ? (
        <EmptyStateLayout
          content={empty}
          action={
            queue.filters.from === undefined && settings.similarFrom < settings.similarShownFrom ? (
              <Button variant="tertiary" onClick={() => queue.filter('from', String(settings.similarFrom))}>
                {t('duplicates.show-more-alike', { percent: settings.similarFrom })}
              </Button>
            ) : undefined
          }
        />
      ) : (
        <>
          <PairView
            pair={current}
            place={{ at: queue.at, of: queue.total ?? rows.length }}
            isWorking={decisions.isWorking}
            canUndo={decisions.canUndo}
            onStep={queue.step}
            onDecide={(decision) => void decisions.decide(current, decision)}
            onMerge={() => setMerging(true)}
            onUndo={() => void decisions.undo(current.decision ? current : undefined)}
          />
          <Box paddingTop={8}>
            <Typography variant="delta" tag="h2" paddingBottom={3}>
              {t(isOpen ? 'duplicates.waiting' : 'duplicates.found', { count: queue.total ?? rows.length })}
            </Typography>
            <PairTable pairs={rows} current={current.id} onChoose={queue.choose} />
            {queue.hasMore ? (
              <Flex justifyContent="center" paddingTop={4}>
                <Button variant="tertiary" onClick={() => void queue.loadMore()}>
                  {t('duplicates.more')}
                </Button>
              </Flex>
            ) : null}
          </Box>
        </>
      )}
      {isMerging && current ? (
        <MergeDialog
          pair={current}
          isWorking={decisions.isWorking}
          onClose={() => setMerging(false)}
          onMerge={(keep) => void decisions.merge(current, keep).then(() => setMerging(false))}
        />
      ) : null}
    </PageFrame>
  );
}
