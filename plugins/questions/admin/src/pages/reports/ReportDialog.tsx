import { Notice, useCall, useDates, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, EmptyStateLayout, Flex, LinkButton, Loader, Modal, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { getReport, type StaffReport } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';
import { LearnersView } from '../review/LearnersView.tsx';
import { CloseForm } from './CloseForm.tsx';
import { ReportText } from './ReportText.tsx';
import { useOpenReports } from './use-open-reports.ts';

/** How a report was closed. */
function Closed({ report }: { report: StaffReport }) {
  const t = useText('questions');
  const { dateTime } = useDates();
  return (
    <Notice tone="info" title={t('reports.was-closed', { at: dateTime(report.closedAt) })}>
      {report.outcome ? <Typography tag="p">{t(`reports.outcome-${report.outcome}`)}</Typography> : null}
      {report.answer ? (
        <Typography tag="p" dir="auto">
          {report.answer}
        </Typography>
      ) : null}
    </Notice>
  );
}

type BodyProps = { id: string; onClosed(): void };

function ReportBody({ id, onClosed }: BodyProps) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { value, error } = useLoaded(() => call(getReport, { params: { id } }), [id]);
  const isOpen = value?.report.state === 'open';
  const others = useOpenReports(isOpen ? value.report.documentId : null);
  if (error) return <EmptyStateLayout content={problemText(error)} />;
  if (!value) return <Loader>{t('form.loading')}</Loader>;
  const { report, question, newest } = value;
  const open = others.value ?? [];
  const further = open.filter((one) => one.id !== report.id);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <ReportText report={report} />
      {report.number < newest ? <Notice tone="warning" title={t('reports.newer', { shown: report.number, newest })} /> : null}
      <LearnersView question={question} />
      <Flex gap={2} wrap="wrap">
        <LinkButton variant="tertiary" tag={Link} to={`${HOME}/bank/${report.documentId}`}>
          {t('reports.open-question')}
        </LinkButton>
        {report.number < newest ? (
          <LinkButton
            variant="tertiary"
            tag={Link}
            to={`${HOME}/bank/${report.documentId}?tab=revisions&left=${report.number}&right=${newest}`}
          >
            {t('reports.compare')}
          </LinkButton>
        ) : null}
      </Flex>
      {further.length > 0 ? (
        <Box tag="section" aria-label={t('reports.others', { count: further.length })}>
          <Typography variant="delta" tag="h2" paddingBottom={2}>
            {t('reports.others', { count: further.length })}
          </Typography>
          <Flex direction="column" alignItems="stretch" gap={3} style={{ maxBlockSize: '30vh', overflowY: 'auto' }}>
            {further.map((one) => (
              <ReportText key={one.id} report={one} />
            ))}
          </Flex>
        </Box>
      ) : null}
      {isOpen ? <CloseForm report={report} open={open} onClosed={onClosed} /> : <Closed report={report} />}
    </Flex>
  );
}

/** One report: what the learner says, the version they saw, and the way to close it. */
export function ReportDialog({ id, onClosed, onLeave }: BodyProps & { onLeave(): void }) {
  const t = useText('questions');
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onLeave())}>
      <Modal.Content style={{ inlineSize: 'min(900px, 96vw)', maxInlineSize: 'none' }}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('reports.one')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <ReportBody key={id} id={id} onClosed={onClosed} />
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onLeave}>
            {t('form.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
