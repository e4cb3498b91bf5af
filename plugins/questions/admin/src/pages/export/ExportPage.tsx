import {
  AdminProblem,
  JobReport,
  Notice,
  PageFrame,
  useCall,
  useDownload,
  useLoaded,
  usePolling,
  useProblemText,
  useText,
} from '@lyceum/core/admin';
import { Button, Flex, Loader } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { BackButton, useNotification } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import {
  cancelExport,
  downloadExport,
  downloadExportLosses,
  getExport,
  type QuestionExport,
  READ,
} from '../../../../contract/index.ts';
import { useLocale } from '../../api/use-rule-text.ts';
import { HOME } from '../../plugin-id.ts';
import { ExportRows } from './ExportRows.tsx';

const POLL_MS = 1_000;

const isBusy = ({ state }: QuestionExport): boolean => state === 'queued' || state === 'running';

/** One export: its progress, its file, and what its format could not carry. */
export function ExportPage() {
  const t = useText('questions');
  const call = useCall();
  const download = useDownload();
  const locale = useLocale();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const { id = '' } = useParams();
  const { value: one, error, reload } = useLoaded(() => call(getExport, { params: { id } }), [id]);
  usePolling(reload, POLL_MS, one !== null && isBusy(one));

  const tryTo = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    }
  };
  const actions = (shown: QuestionExport) =>
    isBusy(shown) ? (
      <Button variant="danger-light" onClick={() => void tryTo(async () => call(cancelExport, { params: { id } }).then(reload))}>
        {t('run.cancel')}
      </Button>
    ) : (
      <>
        {shown.fileName ? (
          <Button
            startIcon={<Download />}
            onClick={() => void tryTo(() => download(downloadExport, { params: { id } }, shown.fileName ?? 'questions'))}
          >
            {t('export.download', { name: shown.fileName })}
          </Button>
        ) : null}
        <Button
          variant="tertiary"
          startIcon={<Download />}
          onClick={() =>
            void tryTo(() =>
              download(downloadExportLosses, { params: { id }, query: { format: 'xlsx', language: locale } }, 'losses.xlsx'),
            )
          }
        >
          {t('loss.file')}
        </Button>
      </>
    );
  const figures = ({ total, counts }: QuestionExport) => [
    { label: t('export.total'), value: total },
    { label: t('fidelity.kept'), value: counts.kept, tone: 'success600' as const },
    { label: t('fidelity.approximated'), value: counts.approximated },
    { label: t('fidelity.leftOut'), value: counts.leftOut, ...(counts.leftOut > 0 ? { tone: 'warning600' as const } : {}) },
  ];

  return (
    <PageFrame
      title={t('export.page')}
      subtitle={one ? t(`format.${one.format}`) : ''}
      permission={READ}
      navigationAction={<BackButton fallback={`${HOME}/exports`} />}
      error={error}
    >
      {one === null ? (
        error ? null : (
          <Loader>{t('form.loading')}</Loader>
        )
      ) : (
        <Flex direction="column" alignItems="stretch" gap={6}>
          <JobReport
            progress={one.total > 0 ? one.counts.done / one.total : null}
            isRunning={isBusy(one)}
            status={t(`export-state.${one.state}`, { done: one.counts.done, total: one.total })}
            figures={figures(one)}
            actions={actions(one)}
          />
          {one.error ? (
            <Notice tone="danger" title={t('run.why')}>
              {problemText(new AdminProblem(409, { code: one.error, title: one.error }))}
            </Notice>
          ) : null}
          {isBusy(one) ? null : <ExportRows one={one} />}
        </Flex>
      )}
    </PageFrame>
  );
}
