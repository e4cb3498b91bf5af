import { AdminProblem, JobReport, Notice, useCall, useDownload, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import {
  cancelImport,
  downloadFailedRows,
  downloadImportLosses,
  type ImportBatch,
  isItemFormat,
  ROW_FORMATS,
} from '../../../../contract/index.ts';
import { useLocale } from '../../api/use-rule-text.ts';
import { isOutdated } from './content.ts';
import type { StepProps } from './MappingStep.tsx';
import { ReportRows } from './ReportRows.tsx';
import { figuresOf, progressOf, statusText } from './run-figures.ts';
import { isBusy } from './steps.ts';
import { UndoPart } from './UndoPart.tsx';

export type RunStepProps = StepProps & { batch: ImportBatch; onChanged(): void; onAgain(): Promise<void> };

/** A run while it works and when it is over: dry and real tell the same, so one page shows both. */
export function RunStep({ batch, draft, onChanged, onAgain }: RunStepProps) {
  const t = useText('questions');
  const call = useCall();
  const download = useDownload();
  const locale = useLocale();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const busy = isBusy(batch);
  const isStale = batch.dryRun && !busy && isOutdated(batch, draft);

  const tryTo = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
    }
  };
  const base = batch.fileName.replace(/\.[^.]*$/, '');
  const losses = () =>
    tryTo(() =>
      download(
        downloadImportLosses,
        { params: { id: batch.id }, query: { format: 'xlsx', language: locale } },
        `${base}-losses.xlsx`,
      ),
    );
  const failedRows = (format: 'csv' | 'xlsx' | 'json') =>
    tryTo(() =>
      download(
        downloadFailedRows,
        { params: { id: batch.id }, query: { language: locale, ...(format === 'json' ? {} : { format }) } },
        `${base}-failed.${format}`,
      ),
    );

  const actions = (
    <>
      {busy ? (
        <Button
          variant="danger-light"
          disabled={batch.cancelRequested}
          onClick={() =>
            void tryTo(async () => {
              await call(cancelImport, { params: { id: batch.id } });
              onChanged();
            })
          }
        >
          {t('run.cancel')}
        </Button>
      ) : null}
      {!busy && (batch.dryRun || batch.state !== 'finished') ? (
        <Button variant="tertiary" onClick={() => void onAgain()}>
          {t(batch.dryRun ? 'run.dry-again' : 'run.again')}
        </Button>
      ) : null}
      {!busy && batch.counts.failed > 0
        ? (isItemFormat(batch.format) ? (['json'] as const) : ROW_FORMATS).map((format) => (
            <Button key={format} variant="tertiary" startIcon={<Download />} onClick={() => void failedRows(format)}>
              {t('report.failed-rows', { format: format.toUpperCase() })}
            </Button>
          ))
        : null}
      {busy || batch.dryRun === null ? null : (
        <Button variant="tertiary" startIcon={<Download />} onClick={() => void losses()}>
          {t('loss.file')}
        </Button>
      )}
    </>
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <JobReport
        isPlain
        progress={progressOf(batch)}
        isRunning={busy}
        status={statusText(t, batch)}
        figures={figuresOf(t, batch)}
        actions={actions}
      />
      {busy ? <Typography textColor="neutral600">{t('run.may-leave')}</Typography> : null}
      {batch.error ? (
        <Notice tone="danger" title={t('run.why')}>
          {problemText(new AdminProblem(409, { code: batch.error.code, title: batch.error.code, params: batch.error.params }))}
        </Notice>
      ) : null}
      {isStale ? (
        <Notice tone="warning" title={t('run.outdated')}>
          {t('run.outdated-hint')}
        </Notice>
      ) : null}
      {batch.unusedColumns.length > 0 && !busy ? (
        <Notice tone="info" title={t('run.unused-columns', { count: batch.unusedColumns.length })}>
          {batch.unusedColumns.join(', ')}
        </Notice>
      ) : null}
      {batch.newTopics.length > 0 ? (
        <Box tag="section" aria-label={t('run.new-topics', { count: batch.newTopics.length })}>
          <Typography variant="delta" tag="h2">
            {t(batch.dryRun ? 'run.new-topics' : 'run.made-topics', { count: batch.newTopics.length })}
          </Typography>
          <Typography tag="p" paddingTop={2} style={{ maxBlockSize: '14rem', overflowY: 'auto' }}>
            {batch.newTopics.join(' · ')}
          </Typography>
        </Box>
      ) : null}
      {!busy && batch.dryRun === false && batch.counts.created + batch.counts.updated + batch.counts.skipped > 0 ? (
        <UndoPart batch={batch} onChanged={onChanged} />
      ) : null}
      {busy ? null : <ReportRows batch={batch} />}
    </Flex>
  );
}
