import type { ListColumn, Text } from '@lyceum/core/admin';
import { Typography } from '@strapi/design-system';
import type { QuestionRow } from '../../../../contract/index.ts';
import { oneLine } from '../../components/one-line.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';

type Words = { t: Text; difficultyLabel(difficulty: number): string; dateTime(iso: string | null): string };

/** Columns of the bank. */
export const bankColumns = ({ t, difficultyLabel, dateTime }: Words): readonly ListColumn<QuestionRow>[] => [
  { key: 'code', header: t('field.code'), sort: 'code', cell: (row) => <Typography fontWeight="bold">{row.code}</Typography> },
  {
    key: 'stem',
    header: t('field.stem'),
    cell: (row) => (
      <Typography ellipsis dir="auto" title={oneLine(row.stemStart)} style={{ display: 'block', maxInlineSize: '28rem' }}>
        {oneLine(row.stemStart)}
      </Typography>
    ),
  },
  { key: 'type', header: t('field.type'), cell: (row) => <Typography>{t(`type.${row.type}`)}</Typography> },
  {
    key: 'topic',
    header: t('field.topic'),
    cell: (row) => (
      <Typography ellipsis title={row.topic?.path ?? ''} style={{ display: 'block', maxInlineSize: '18rem' }}>
        {row.topic?.path ?? '–'}
      </Typography>
    ),
  },
  {
    key: 'difficulty',
    header: t('field.difficulty'),
    sort: 'difficulty',
    cell: (row) => <Typography>{difficultyLabel(row.difficulty)}</Typography>,
  },
  { key: 'status', header: t('field.status'), cell: (row) => <StatusBadge status={row.status} modified={row.modified} /> },
  { key: 'version', header: t('field.version'), cell: (row) => <Typography>{row.version === 0 ? '–' : row.version}</Typography> },
  {
    key: 'updatedAt',
    header: t('field.updated'),
    sort: 'updatedAt',
    cell: (row) => (
      <Typography title={row.updatedBy ?? ''} style={{ whiteSpace: 'nowrap' }}>
        {dateTime(row.updatedAt)}
      </Typography>
    ),
  },
];
