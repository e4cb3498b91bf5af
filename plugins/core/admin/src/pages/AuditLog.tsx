import { Typography } from '@strapi/design-system';
import type { z } from 'zod';
import { type AuditRow, listAudit } from '../../../contract/index.ts';
import { useDates, useText } from '../kit/use-text.ts';
import { WorkList } from '../kit/WorkList.tsx';

type Entry = z.output<typeof AuditRow>;

const short = (value: unknown) => (value === null || value === undefined ? '–' : JSON.stringify(value).slice(0, 160));

/** Who did what. Nobody can change it, the database refuses. */
export function AuditLog() {
  const t = useText('core');
  const { dateTime } = useDates();
  return (
    <WorkList<Entry>
      endpoint={listAudit}
      name="audit"
      searchLabel={t('audit.search')}
      rowId={(entry) => String(entry.id)}
      rowName={(entry) => entry.action}
      columns={[
        { key: 'at', header: t('audit.at'), sort: 'id', cell: (entry) => <Typography>{dateTime(entry.at)}</Typography> },
        { key: 'actor', header: t('audit.actor'), cell: (entry) => <Typography>{entry.actor}</Typography> },
        { key: 'action', header: t('audit.action'), cell: (entry) => <Typography fontWeight="bold">{entry.action}</Typography> },
        { key: 'object', header: t('audit.object'), cell: (entry) => <Typography>{entry.object}</Typography> },
        {
          key: 'change',
          header: t('audit.change'),
          cell: (entry) => (
            <Typography ellipsis style={{ maxInlineSize: '24rem' }} title={`${short(entry.before)} → ${short(entry.after)}`}>
              {`${short(entry.before)} → ${short(entry.after)}`}
            </Typography>
          ),
        },
      ]}
      empty={{ text: t('audit.empty') }}
    />
  );
}
