import { PageFrame, useDates, useText, WorkList } from '@lyceum/core/admin';
import { Typography } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { BULK_KEPT_DAYS, type BulkRun, listBulkRuns, READ } from '../../../../contract/index.ts';
import { RunPanel } from './RunPanel.tsx';

/** Bulk actions of the last days: who did what to how many, and taking it back. */
export function BulkRuns() {
  const t = useText('questions');
  const { dateTime } = useDates();
  const [params, setParams] = useSearchParams();
  const [version, setVersion] = useState(0);
  const open = params.get('run');
  const show = (id: string | null) =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (id) next.set('run', id);
      else next.delete('run');
      return next;
    });
  return (
    <PageFrame
      title={t('runs.title')}
      subtitle={t('runs.subtitle', { days: BULK_KEPT_DAYS })}
      permission={READ}
      navigationAction={<BackButton />}
    >
      {open ? (
        <RunPanel id={open} onChanged={() => setVersion((old) => old + 1)} onRun={show} onClose={() => show(null)} />
      ) : null}
      <WorkList<BulkRun>
        endpoint={listBulkRuns}
        name="bulk-runs"
        version={version}
        fixed={{ sort: '-createdAt' }}
        rowId={(run) => run.id}
        rowName={(run) => t(`do.${run.action.kind}`)}
        onOpen={(run) => show(run.id)}
        columns={[
          {
            key: 'action',
            header: t('runs.action'),
            cell: (run) => (
              <Typography fontWeight="bold">
                {run.undoOf === null ? t(`do.${run.action.kind}`) : t('runs.undo-of', { name: t(`do.${run.action.kind}`) })}
              </Typography>
            ),
          },
          { key: 'by', header: t('runs.by'), cell: (run) => <Typography dir="auto">{run.by || '–'}</Typography> },
          { key: 'createdAt', header: t('runs.at'), cell: (run) => <Typography>{dateTime(run.createdAt)}</Typography> },
          {
            key: 'figures',
            header: t('runs.figures'),
            isWide: true,
            cell: (run) => (
              <Typography>{t('runs.figures-text', { done: run.done, unchanged: run.unchanged, failed: run.failed })}</Typography>
            ),
          },
          { key: 'state', header: t('runs.state'), cell: (run) => <Typography>{t(`run-state.${run.state}`)}</Typography> },
        ]}
        empty={{ text: t('runs.empty') }}
      />
    </PageFrame>
  );
}
