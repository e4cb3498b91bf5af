import { PageFrame, useDates, useText, WorkList } from '@lyceum/core/admin';
import { Badge, LinkButton, Typography } from '@strapi/design-system';
import { Link, useNavigate } from 'react-router-dom';
import { listExports, type QuestionExport, READ } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';

const TONES = {
  queued: 'neutral',
  running: 'secondary',
  finished: 'success',
  failed: 'danger',
  cancelled: 'warning',
} as const satisfies Record<QuestionExport['state'], string>;

/** Every export: who, when, which format, and how much of the questions it carries. Files go after 30 days. */
export function Exports() {
  const t = useText('questions');
  const { dateTime } = useDates();
  const navigate = useNavigate();
  return (
    <PageFrame title={t('exports.title')} subtitle={t('exports.subtitle')} permission={READ}>
      <WorkList<QuestionExport>
        endpoint={listExports}
        name="exports"
        rowId={(one) => one.id}
        rowName={(one) => one.fileName ?? t(`format.${one.format}`)}
        onOpen={(one) => navigate(`${HOME}/exports/${one.id}`)}
        columns={[
          {
            key: 'file',
            header: t('imports.file'),
            cell: (one) => <Typography fontWeight="bold">{one.fileName ?? '–'}</Typography>,
          },
          { key: 'format', header: t('export.format'), cell: (one) => <Typography>{t(`format.${one.format}`)}</Typography> },
          { key: 'who', header: t('imports.who'), cell: (one) => <Typography>{one.startedBy ?? '–'}</Typography> },
          {
            key: 'createdAt',
            header: t('imports.when'),
            sort: 'createdAt',
            cell: (one) => <Typography>{dateTime(one.createdAt)}</Typography>,
          },
          {
            key: 'state',
            header: t('imports.state'),
            cell: (one) => <Badge variant={TONES[one.state]}>{t(`import-state.${one.state}`)}</Badge>,
          },
          {
            key: 'counts',
            header: t('imports.result'),
            cell: ({ counts }) => (
              <Typography>
                {t('exports.counts', { kept: counts.kept, approximated: counts.approximated, leftOut: counts.leftOut })}
              </Typography>
            ),
          },
        ]}
        empty={{
          text: t('exports.empty'),
          action: (
            <LinkButton variant="secondary" tag={Link} to={HOME}>
              {t('exports.to-bank')}
            </LinkButton>
          ),
        }}
      />
    </PageFrame>
  );
}
