import { useText } from '@lyceum/core/admin';
import { Box, Typography } from '@strapi/design-system';
import type { HistoryEntry } from '../../../../contract/index.ts';
import { historyField, historyValue, type Names } from './value-text.ts';

/** The fields an entry changed, each with what it was and what it became. */
export function EntryChanges({ changes, names }: { changes: HistoryEntry['changes']; names: Names }) {
  const t = useText('questions');
  if (changes.length === 0) return null;
  return (
    <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
      {changes.map(({ field, before, after }) => {
        const [was, is] = [historyValue(t, field, before, names), historyValue(t, field, after, names)];
        return (
          <Box key={field} tag="li" paddingTop={1} style={{ overflowWrap: 'anywhere' }}>
            <Typography variant="pi" fontWeight="bold">
              {`${historyField(t, field)}: `}
            </Typography>
            {was === null || is === null ? (
              <Typography variant="pi">{t('history.changed')}</Typography>
            ) : (
              <Typography variant="pi">
                <Typography variant="pi" tag="del" textColor="neutral600">
                  <bdi>{was === '' ? t('compare.empty') : was}</bdi>
                </Typography>
                {' → '}
                <Typography variant="pi" tag="ins" style={{ textDecoration: 'none' }}>
                  <bdi>{is === '' ? t('compare.empty') : is}</bdi>
                </Typography>
              </Typography>
            )}
          </Box>
        );
      })}
    </Box>
  );
}
