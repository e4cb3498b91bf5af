import { useDates, useText } from '@lyceum/core/admin';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import type { RevisionRow } from '../../../../contract/index.ts';
import { oneLine } from '../../components/one-line.ts';
import { fieldText } from '../question/field-text.ts';

export type RevisionListProps = {
  rows: readonly RevisionRow[];
  /** Null where the reader may not change the question. */
  onRestore: ((row: RevisionRow) => void) | null;
  /** Shows a version beside the one before it. */
  onCompare(row: RevisionRow): void;
  /** The version on the right of the comparison. */
  shown: string | null;
};

/** Every version: number, time, author, what changed, note; as rows that fit a phone. */
export function RevisionList({ rows, onRestore, onCompare, shown }: RevisionListProps) {
  const t = useText('questions');
  const { dateTime } = useDates();
  return (
    <Box
      tag="ol"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      style={{ listStyle: 'none' }}
      aria-label={t('revisions.list')}
    >
      {rows.map((row, at) => (
        <Box
          key={row.number}
          tag="li"
          padding={4}
          borderColor="neutral150"
          background={shown === String(row.number) ? 'primary100' : 'neutral0'}
          style={{ borderWidth: at === 0 ? 0 : '1px 0 0' }}
        >
          <Flex justifyContent="space-between" alignItems="start" gap={3} wrap="wrap">
            <Flex direction="column" alignItems="start" gap={1} flex="1" style={{ minInlineSize: 0, flexBasis: '22rem' }}>
              <Flex gap={2} wrap="wrap">
                <Typography fontWeight="bold">{t('revisions.version', { number: row.number })}</Typography>
                {at === 0 ? <Badge variant="success">{t('revisions.newest')}</Badge> : null}
                <Typography textColor="neutral600">
                  {[dateTime(row.createdAt), row.author].filter(Boolean).join(' · ')}
                </Typography>
              </Flex>
              <Typography variant="pi" textColor="neutral600">
                {row.changed.length === 0
                  ? t(row.number === 1 ? 'revision.first' : 'compare.equal')
                  : t('revisions.changed', { fields: row.changed.map((field) => fieldText(t, field)).join(', ') })}
              </Typography>
              {row.note ? (
                <Typography dir="auto" style={{ overflowWrap: 'anywhere' }}>
                  {row.note}
                </Typography>
              ) : null}
              <Typography
                tag="p"
                variant="pi"
                dir="auto"
                textColor="neutral600"
                ellipsis
                style={{ maxInlineSize: 'min(56rem, 100%)' }}
              >
                {oneLine(row.stem)}
              </Typography>
            </Flex>
            <Flex gap={2}>
              {rows.length > 1 && row.number > 1 ? (
                <Button variant="tertiary" size="S" onClick={() => onCompare(row)}>
                  {t('revisions.show-changes')}
                </Button>
              ) : null}
              {onRestore ? (
                <Button variant="secondary" size="S" onClick={() => onRestore(row)}>
                  {t('revisions.restore')}
                </Button>
              ) : null}
            </Flex>
          </Flex>
        </Box>
      ))}
    </Box>
  );
}
