import { PageFrame, useDates, useDownload, useMay, useProblemText, useText, WorkList } from '@lyceum/core/admin';
import { LOCALES } from '@lyceum/core/contract';
import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Download, Plus, Upload } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import {
  exportQuestions,
  IMPORT,
  listQuestions,
  QUESTION_STATUSES,
  QUESTION_TYPES,
  type QuestionRow,
  READ,
  WRITE,
} from '../../../../contract/index.ts';
import { DIFFICULTIES } from '../../api/difficulty.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { useTopics } from '../../api/use-topics.ts';
import { HOME } from '../../plugin-id.ts';
import { BulkFailures } from './BulkFailures.tsx';
import { bankColumns } from './columns.tsx';
import { useBulkActions } from './use-bulk-actions.tsx';

/** Names of the list's filters in the address; the export takes the same. */
const FILTERS = ['topic', 'difficultyMin', 'difficultyMax', 'type', 'language', 'status', 'batch'] as const;

/** The question bank: everything there is, found, published, archived, deleted and taken out as a file. */
export function Bank() {
  const t = useText('questions');
  const { dateTime } = useDates();
  const problemText = useProblemText();
  const may = useMay();
  const navigate = useNavigate();
  const download = useDownload();
  const { toggleNotification } = useNotification();
  const [params, setParams] = useSearchParams();
  const difficultyLabel = useDifficultyLabel();
  const { value: topics } = useTopics();
  const bulk = useBulkActions();
  const difficulties = DIFFICULTIES.map((value) => ({ value: String(value), label: difficultyLabel(value) }));
  const batch = params.get('batch');

  const takeOut = async () => {
    const query = Object.fromEntries(
      ['search', ...FILTERS].flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
    );
    try {
      await download(exportQuestions, { query } as never, 'questions.csv');
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
    }
  };

  return (
    <PageFrame
      title={t('bank.title')}
      subtitle={t('bank.subtitle')}
      permission={READ}
      primaryAction={
        <Flex gap={2}>
          <Button variant="tertiary" startIcon={<Download />} onClick={() => void takeOut()}>
            {t('bank.export')}
          </Button>
          {may(IMPORT) ? (
            <LinkButton variant="secondary" startIcon={<Upload />} tag={Link} to={`${HOME}/imports/new`}>
              {t('bank.import')}
            </LinkButton>
          ) : null}
          {may(WRITE) ? (
            <LinkButton startIcon={<Plus />} tag={Link} to={`${HOME}/bank/new`}>
              {t('bank.new')}
            </LinkButton>
          ) : null}
        </Flex>
      }
    >
      {batch ? (
        <Flex gap={3} paddingBottom={4}>
          <Typography>{t('bank.of-batch')}</Typography>
          <Button size="S" variant="tertiary" onClick={() => setParams(new URLSearchParams())}>
            {t('bank.show-all')}
          </Button>
        </Flex>
      ) : null}
      <BulkFailures report={bulk.report} onClose={bulk.forget} />
      <WorkList<QuestionRow>
        endpoint={listQuestions}
        name="questions"
        version={bulk.version}
        {...(batch ? { fixed: { batch } } : {})}
        searchLabel={t('bank.search')}
        filters={[
          {
            name: 'topic',
            label: t('field.topic'),
            isSearchable: true,
            options: (topics ?? []).map(({ documentId, path }) => ({ value: documentId, label: path })),
          },
          {
            name: 'type',
            label: t('field.type'),
            options: QUESTION_TYPES.map((value) => ({ value, label: t(`type.${value}`) })),
          },
          { name: 'difficultyMin', label: t('bank.difficulty-from'), options: difficulties },
          { name: 'difficultyMax', label: t('bank.difficulty-to'), options: difficulties },
          {
            name: 'language',
            label: t('field.language'),
            options: LOCALES.map((value) => ({ value, label: t(`language.${value}`) })),
          },
          {
            name: 'status',
            label: t('field.status'),
            options: QUESTION_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          },
        ]}
        rowId={(row) => row.documentId}
        rowName={(row) => row.code}
        onOpen={(row) => navigate(`${HOME}/bank/${row.documentId}`)}
        actions={bulk.actions}
        columns={bankColumns({ t, difficultyLabel, dateTime })}
        empty={{
          text: t('bank.empty'),
          action: may(IMPORT) ? (
            <LinkButton variant="secondary" tag={Link} to={`${HOME}/imports/new`}>
              {t('bank.import')}
            </LinkButton>
          ) : undefined,
        }}
      />
      {bulk.dialog}
    </PageFrame>
  );
}
