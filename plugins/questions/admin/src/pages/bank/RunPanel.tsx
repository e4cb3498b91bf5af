import { JobReport, useCall, useDownload, useLoaded, usePolling, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import {
  type BulkRun,
  cancelBulk,
  downloadBulkFailures,
  getBulkRun,
  listBulkFailures,
  startBulk,
  undoBulk,
} from '../../../../contract/index.ts';
import { useLocale } from '../../api/use-rule-text.ts';
import { FailureList } from './FailureList.tsx';

export type RunPanelProps = {
  id: string;
  /** Something changed in the bank. */
  onChanged(): void;
  /** Another run took over: an undo, or archiving in place of deleting. */
  onRun(id: string): void;
  onClose(): void;
};

const POLL_MS = 1_000;
const SHOWN = 100;

const isUnderWay = (run: BulkRun | null) => run?.state === 'queued' || run?.state === 'running';

/** A bulk action while it runs and when it is done: figures, what was left out and why, taking it back. */
export function RunPanel({ id, onChanged, onRun, onClose }: RunPanelProps) {
  const t = useText('questions');
  const call = useCall();
  const download = useDownload();
  const locale = useLocale();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const { value: run, error, reload } = useLoaded(() => call(getBulkRun, { params: { id } }), [id]);
  const underWay = isUnderWay(run);
  usePolling(reload, POLL_MS, underWay);
  const { value: failures } = useLoaded(
    async () =>
      run && !underWay && run.failed > 0
        ? (await call(listBulkFailures, { params: { id }, query: { pageSize: SHOWN } })).rows
        : [],
    [id, run?.failed, underWay],
  );
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (wasUnderWay.current && !underWay) onChanged();
    wasUnderWay.current = underWay;
  }, [underWay, onChanged]);

  const tried = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (caught) {
      toggleNotification({ type: 'danger', message: problemText(caught) });
    }
  };
  if (error) return null;
  if (!run) return null;

  const used = (failures ?? []).filter(({ reason }) => reason === 'inUse').map(({ documentId }) => documentId);
  const name = t(`do.${run.action.kind}`);
  const next = (started: BulkRun) => {
    onRun(started.id);
    onChanged();
  };
  const actions = (
    <>
      {underWay && run.undoOf === null ? (
        <Button
          size="S"
          variant="tertiary"
          onClick={() =>
            void tried(async () => {
              await call(cancelBulk, { params: { id } });
              reload();
            })
          }
        >
          {t('run.stop')}
        </Button>
      ) : null}
      {run.failed > 0 && !underWay ? (
        <Button
          size="S"
          variant="tertiary"
          onClick={() =>
            void tried(() =>
              download(downloadBulkFailures, { params: { id }, query: { language: locale } } as never, 'left-out.csv'),
            )
          }
        >
          {t('run.download')}
        </Button>
      ) : null}
      {used.length > 0 ? (
        <Button
          size="S"
          variant="secondary"
          onClick={() =>
            void tried(async () =>
              next(await call(startBulk, { body: { selection: { documentIds: used }, action: { kind: 'archive' } } })),
            )
          }
        >
          {t('run.archive-instead', { count: used.length })}
        </Button>
      ) : null}
      {run.mayUndo ? (
        <Button
          size="S"
          variant="secondary"
          onClick={() => void tried(async () => next(await call(undoBulk, { params: { id } })))}
        >
          {t('run.undo')}
        </Button>
      ) : null}
      {underWay ? null : (
        <Button size="S" variant="tertiary" onClick={onClose}>
          {t('run.close')}
        </Button>
      )}
    </>
  );

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5} marginBottom={4} role="region" aria-label={name}>
      <JobReport
        isPlain
        progress={(run.done + run.unchanged + run.failed) / Math.max(1, run.total)}
        isRunning={underWay}
        status={t(run.undoOf === null ? `run.${run.state}` : `run.undo-${run.state}`, { name })}
        figures={[
          { label: t('run.done'), value: run.done, tone: 'success600' },
          { label: t('run.unchanged'), value: run.unchanged },
          { label: t('run.failed'), value: run.failed, ...(run.failed > 0 ? { tone: 'danger600' as const } : {}) },
        ]}
        actions={
          <Flex gap={2} wrap="wrap">
            {actions}
          </Flex>
        }
      />
      {failures && failures.length > 0 ? <FailureList failures={failures} /> : null}
    </Box>
  );
}
