import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { z } from 'zod';
import { dropJob, JOB_STATES, type JobRow, listJobs, QUEUES, rerunJob } from '../../../contract/index.ts';
import { useCall } from '../kit/use-call.ts';
import { useDates, useProblemText, useText } from '../kit/use-text.ts';
import { WorkList } from '../kit/WorkList.tsx';

type Job = z.output<typeof JobRow>;

/** Jobs and the dead list: what failed for good, with its input and its error, to be run again or dropped. */
export function Jobs() {
  const t = useText('core');
  const { dateTime } = useDates();
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [version, setVersion] = useState(0);

  const settle = async (jobs: readonly Job[], endpoint: typeof rerunJob | typeof dropJob) => {
    const dead = jobs.filter((job) => job.state === 'dead');
    try {
      for (const job of dead) await call(endpoint, { params: { id: job.id } });
      toggleNotification({ type: 'success', message: t('jobs.settled', { count: dead.length }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
    }
    setVersion((old) => old + 1);
  };

  return (
    <WorkList<Job>
      endpoint={listJobs}
      name="jobs"
      version={version}
      searchLabel={t('jobs.search')}
      filters={[
        {
          name: 'state',
          label: t('jobs.state'),
          options: JOB_STATES.map((state) => ({ value: state, label: t(`jobs.state.${state}`) })),
        },
        {
          name: 'queue',
          label: t('jobs.queue'),
          options: QUEUES.map((queue) => ({ value: queue, label: t(`jobs.queue.${queue}`) })),
        },
      ]}
      rowId={(job) => job.id}
      rowName={(job) => job.name}
      actions={[
        { label: t('jobs.rerun'), run: (jobs) => settle(jobs, rerunJob) },
        { label: t('jobs.drop'), variant: 'danger-light', run: (jobs) => settle(jobs, dropJob) },
      ]}
      columns={[
        { key: 'name', header: t('jobs.name'), cell: (job) => <Typography fontWeight="bold">{job.name}</Typography> },
        {
          key: 'state',
          header: t('jobs.state'),
          cell: (job) => <Badge variant={job.state === 'dead' ? 'danger' : 'secondary'}>{t(`jobs.state.${job.state}`)}</Badge>,
        },
        {
          key: 'attempts',
          header: t('jobs.attempts'),
          cell: (job) => <Typography>{`${job.attempts} / ${job.maxAttempts}`}</Typography>,
        },
        {
          key: 'error',
          header: t('jobs.error'),
          cell: (job) => (
            <Typography ellipsis style={{ maxInlineSize: '28rem' }} title={job.error ?? ''}>
              {job.error ?? '–'}
            </Typography>
          ),
        },
        {
          key: 'madeAt',
          header: t('jobs.madeAt'),
          sort: 'madeAt',
          cell: (job) => <Typography>{dateTime(job.madeAt)}</Typography>,
        },
        {
          key: 'act',
          header: '',
          cell: (job) =>
            job.state === 'dead' ? (
              <Flex gap={2}>
                <Button size="S" variant="secondary" onClick={() => void settle([job], rerunJob)}>
                  {t('jobs.rerun')}
                </Button>
                <Button size="S" variant="danger-light" onClick={() => void settle([job], dropJob)}>
                  {t('jobs.drop')}
                </Button>
              </Flex>
            ) : null,
        },
      ]}
      empty={{ text: t('jobs.empty') }}
    />
  );
}
