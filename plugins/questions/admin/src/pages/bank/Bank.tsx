import { Notice, PageFrame, useCall, useDates, useListState, useLoaded, useMay, useText, WorkList } from '@lyceum/core/admin';
import { Box, Button, Flex, LinkButton } from '@strapi/design-system';
import { Download, Plus, Upload } from '@strapi/icons';
import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import {
  type BulkRun,
  getListOptions,
  IMPORT,
  listQuestions,
  type QuestionRow,
  READ,
  WRITE,
} from '../../../../contract/index.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { useTopics } from '../../api/use-topics.ts';
import { HOME } from '../../plugin-id.ts';
import { ExportDialog, type ExportDialogProps } from '../export/ExportDialog.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import './bank.css';
import { bankColumns } from './columns.tsx';
import { FilterBar } from './FilterBar.tsx';
import { FILTER_NAMES, useFilterFields } from './filter-fields.ts';
import { RunPanel } from './RunPanel.tsx';
import { type Leaving, useBankActions } from './use-bank-actions.ts';
import { useBankLook } from './use-bank-look.ts';
import { useViews } from './use-views.ts';
import { ViewsMenu } from './ViewsMenu.tsx';

/** The list of rows says this besides the rows. */
type Ranked = { rankedOf?: number | null };

/** The question bank: everything there is and one may see, found, looked at as one likes, and worked on by the hundred. */
export function Bank() {
  const t = useText('questions');
  const call = useCall();
  const may = useMay();
  const navigate = useNavigate();
  const { dateTime } = useDates();
  const { formatNumber } = useIntl();
  const difficultyLabel = useDifficultyLabel();
  const [params, setParams] = useSearchParams();
  const [version, setVersion] = useState(0);
  const { state } = useListState(FILTER_NAMES);
  const { value: topics } = useTopics();
  const { value: options } = useLoaded(() => call(getListOptions), [version]);
  const fields = useFilterFields(topics ?? [], options);
  const [choices, setChoices] = useState<Parameters<typeof useBankLook>[0]>(null);
  const look = useBankLook(choices);
  const views = useViews(() => look.columns, look.show);
  if (views.choices && views.choices !== choices && choices === null) setChoices(views.choices);
  const open = useCallback((documentId: string) => navigate(`${HOME}/bank/${documentId}`), [navigate]);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const bank = useBankActions(open, setLeaving);
  const changed = useCallback(() => setVersion((old) => old + 1), []);
  const runId = params.get('run');

  const showRun = (id: string | null) =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (id) next.set('run', id);
      else next.delete('run');
      return next;
    });
  const started = (run: BulkRun) => {
    bank.answer(true);
    showRun(run.id);
    changed();
  };
  const nameOf = (kind: 'examType' | 'skill', id: string) =>
    options?.[kind === 'examType' ? 'examTypes' : 'skills'].find((one) => one.id === id)?.name ?? '…';

  return (
    <PageFrame
      title={t('bank.title')}
      subtitle={t('bank.subtitle')}
      permission={READ}
      primaryAction={<HeaderActions onExport={setLeaving} />}
    >
      {runId ? <RunPanel id={runId} onChanged={changed} onRun={showRun} onClose={() => showRun(null)} /> : null}
      <WorkList<QuestionRow>
        endpoint={listQuestions}
        name="questions"
        version={version}
        takesAll
        own={{
          filterNames: FILTER_NAMES,
          bar: <FilterBar fields={fields} views={<ViewsMenu views={views} />} />,
          defaultSort: state.search ? 'relevance' : '-updatedAt',
        }}
        lookStore={look}
        note={(page) => <RankedNote {...(page as Ranked)} />}
        rowId={(row) => row.documentId}
        rowName={(row) => row.code}
        onOpen={(row) => open(row.documentId)}
        actions={bank.actions}
        columns={bankColumns({
          t,
          difficultyLabel,
          dateTime,
          nameOf,
          number: (value) => formatNumber(value),
          percent: (ratio) => formatNumber(ratio, { style: 'percent', maximumFractionDigits: 0 }),
        })}
        empty={{
          text: t('bank.empty'),
          action: may(IMPORT) ? (
            <LinkButton variant="secondary" tag={Link} to={`${HOME}/imports/new`}>
              {t('bank.import')}
            </LinkButton>
          ) : undefined,
        }}
      />
      {bank.asked ? (
        <BulkDialog
          {...bank.asked}
          topics={topics ?? []}
          options={options}
          onStarted={started}
          onClose={() => bank.answer(false)}
        />
      ) : null}
      {leaving ? <ExportDialog {...(leaving as ExportDialogProps)} onClose={() => setLeaving(null)} /> : null}
    </PageFrame>
  );
}

/** Says so when only the newest of very many matches stand in the order of relevance. */
function RankedNote({ rankedOf = null }: Ranked) {
  const t = useText('questions');
  if (rankedOf === null) return null;
  return (
    <Box paddingBottom={4}>
      <Notice tone="info" title={t('list.ranked-of', { count: rankedOf })} />
    </Box>
  );
}

function HeaderActions({ onExport }: { onExport(leaving: Leaving): void }) {
  const t = useText('questions');
  const may = useMay();
  const { state } = useListState(FILTER_NAMES);
  const filter = { ...state.filters, ...(state.search ? { search: state.search } : {}) };
  return (
    <Flex gap={2} wrap="wrap" justifyContent="end">
      <LinkButton variant="tertiary" tag={Link} to={`${HOME}/bulk-actions`}>
        {t('runs.title')}
      </LinkButton>
      <Button variant="tertiary" startIcon={<Download />} onClick={() => onExport({ choice: { filter }, count: null })}>
        {t('do.export')}
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
  );
}
