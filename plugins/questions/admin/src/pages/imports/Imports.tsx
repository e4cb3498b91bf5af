import { PageFrame, useDates, useText, WorkList } from '@lyceum/core/admin';
import { Badge, LinkButton, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { Link, useNavigate } from 'react-router-dom';
import { IMPORT, type ImportBatch, listImports } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';

const TONES = {
  uploaded: 'neutral',
  ready: 'neutral',
  queued: 'secondary',
  running: 'secondary',
  finished: 'success',
  failed: 'danger',
  cancelled: 'warning',
} as const satisfies Record<ImportBatch['state'], string>;

/** Every import: who, when, which file, where it stands, what it did. A row opens where the import was left. */
export function Imports() {
  const t = useText('questions');
  const { dateTime } = useDates();
  const navigate = useNavigate();
  const start = (
    <LinkButton startIcon={<Upload />} tag={Link} to={`${HOME}/imports/new`}>
      {t('imports.new')}
    </LinkButton>
  );
  const stateBadge = ({ state, undo }: ImportBatch) => {
    if (undo?.state === 'finished') return <Badge variant="neutral">{t('imports.undone')}</Badge>;
    if (undo?.state === 'queued' || undo?.state === 'running') return <Badge variant="secondary">{t('imports.undoing')}</Badge>;
    return <Badge variant={TONES[state]}>{t(`import-state.${state}`)}</Badge>;
  };
  const counts = ({ counts: { created, updated, skipped, failed }, dryRun }: ImportBatch) =>
    dryRun === null ? '–' : t(dryRun ? 'imports.dry-counts' : 'imports.counts', { created, updated, skipped, failed });
  return (
    <PageFrame title={t('imports.title')} subtitle={t('imports.subtitle')} permission={IMPORT} primaryAction={start}>
      <WorkList<ImportBatch>
        endpoint={listImports}
        name="imports"
        rowId={(batch) => batch.id}
        rowName={(batch) => batch.fileName}
        onOpen={(batch) => navigate(`${HOME}/imports/${batch.id}`)}
        columns={[
          {
            key: 'file',
            header: t('imports.file'),
            cell: (batch) => <Typography fontWeight="bold">{batch.fileName}</Typography>,
          },
          { key: 'format', header: t('export.format'), cell: (batch) => <Typography>{t(`format.${batch.format}`)}</Typography> },
          { key: 'who', header: t('imports.who'), cell: (batch) => <Typography>{batch.startedBy ?? '–'}</Typography> },
          {
            key: 'createdAt',
            header: t('imports.when'),
            sort: 'createdAt',
            cell: (batch) => <Typography>{dateTime(batch.createdAt)}</Typography>,
          },
          {
            key: 'state',
            header: t('imports.state'),
            cell: (batch) => stateBadge(batch),
          },
          { key: 'rows', header: t('imports.rows'), cell: (batch) => <Typography>{batch.rowCount ?? '–'}</Typography> },
          { key: 'counts', header: t('imports.result'), cell: (batch) => <Typography>{counts(batch)}</Typography> },
        ]}
        empty={{ text: t('imports.empty'), action: start }}
      />
    </PageFrame>
  );
}
