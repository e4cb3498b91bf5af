import { PageFrame, useDates, useText, WorkList } from '@lyceum/core/admin';
import { Badge, Box, Button, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { listReports, MANAGE_REPORTS, REPORT_REASONS, REPORT_STATES, type StaffReport } from '../../../../contract/index.ts';
import { ReportDialog } from './ReportDialog.tsx';

/** What learners say is wrong, the oldest open report first; the one on screen stands in the address. */
export function Reports() {
  const t = useText('questions');
  const { dateTime } = useDates();
  const [params, setParams] = useSearchParams();
  const [version, setVersion] = useState(0);
  const report = params.get('report');
  const documentId = params.get('documentId');

  const put = (name: 'report' | 'documentId', value: string | null) =>
    setParams((old) => {
      const fresh = new URLSearchParams(old);
      if (value === null) fresh.delete(name);
      else fresh.set(name, value);
      return fresh;
    });
  return (
    <PageFrame title={t('reports.title')} subtitle={t('reports.subtitle')} permission={MANAGE_REPORTS}>
      {documentId ? (
        <Box paddingBottom={4}>
          <Button variant="tertiary" endIcon={<Cross />} onClick={() => put('documentId', null)}>
            {t('reports.of-one')}
          </Button>
        </Box>
      ) : null}
      <WorkList<StaffReport>
        endpoint={listReports}
        name="questions-reports"
        version={version}
        {...(documentId ? { fixed: { documentId } } : {})}
        rowId={({ id }) => id}
        rowName={({ code }) => code}
        onOpen={({ id }) => put('report', id)}
        filters={[
          {
            name: 'state',
            label: t('reports.state'),
            options: REPORT_STATES.map((value) => ({ value, label: t(`reports.state-${value}`) })),
          },
          {
            name: 'reason',
            label: t('reports.reason'),
            options: REPORT_REASONS.map((value) => ({ value, label: t(`reports.reason-${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'code',
            header: t('field.code'),
            cell: ({ code, openOfQuestion }) => (
              <>
                <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
                  {code}
                </Typography>
                {openOfQuestion > 1 ? <Badge>{t('reports.open-count', { count: openOfQuestion })}</Badge> : null}
              </>
            ),
          },
          {
            key: 'stem',
            header: t('field.stem'),
            isWide: true,
            cell: ({ stemStart }) => (
              <Box maxWidth="28rem">
                <Typography ellipsis tag="p" dir="auto">
                  {stemStart}
                </Typography>
              </Box>
            ),
          },
          {
            key: 'reason',
            header: t('reports.reason'),
            cell: ({ reason }) => <Typography>{t(`reports.reason-${reason}`)}</Typography>,
          },
          {
            key: 'text',
            header: t('reports.text'),
            isWide: true,
            cell: ({ text }) => (
              <Box maxWidth="28rem">
                <Typography ellipsis tag="p" dir="auto">
                  {text === '' ? '–' : text}
                </Typography>
              </Box>
            ),
          },
          {
            key: 'createdAt',
            header: t('reports.at'),
            sort: 'createdAt',
            cell: ({ createdAt }) => <Typography>{dateTime(createdAt)}</Typography>,
          },
          {
            key: 'state',
            header: t('reports.state'),
            cell: ({ state, outcome }) => (
              <Typography>{outcome ? t(`reports.outcome-${outcome}`) : t(`reports.state-${state}`)}</Typography>
            ),
          },
        ]}
        empty={{ text: t('reports.empty') }}
      />
      {report ? (
        <ReportDialog
          id={report}
          onLeave={() => put('report', null)}
          onClosed={() => {
            put('report', null);
            setVersion((old) => old + 1);
          }}
        />
      ) : null}
    </PageFrame>
  );
}
