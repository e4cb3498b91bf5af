import { Notice, useText } from '@lyceum/core/admin';
import { Box, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { type BulkKind, type BulkPreview, bulkReasonSentence } from '../../../../contract/index.ts';
import { useLocale } from '../../api/use-rule-text.ts';
import { FailureList } from './FailureList.tsx';

export type PreviewReportProps = {
  kind: BulkKind;
  preview: BulkPreview;
  valueNames(kind: BulkKind, values: readonly string[]): string;
};

/** What an action would do: how many it changes, how many it cannot and why, and some of them before and after. */
export function PreviewReport({ kind, preview, valueNames }: PreviewReportProps) {
  const t = useText('questions');
  const locale = useLocale();
  const { total, examined, possible, unchanged, blocked, sample, failures } = preview;
  const left = blocked.reduce((sum, { count }) => sum + count, 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography aria-live="polite">{t('do.effect', { possible, unchanged, left })}</Typography>
      {examined < total ? <Notice tone="info" title={t('do.examined', { examined, total })} /> : null}
      {blocked.length > 0 ? (
        <Box tag="ul" paddingLeft={4}>
          {blocked.map(({ reason, count }) => (
            <Typography tag="li" key={reason} textColor="danger600">
              {t('do.left-out', { count, reason: bulkReasonSentence({ reason, params: firstParams(failures, reason) }, locale) })}
            </Typography>
          ))}
        </Box>
      ) : null}
      {failures.length > 0 ? <FailureList failures={failures} /> : null}
      {sample.length > 0 ? (
        <Box style={{ overflowX: 'auto' }}>
          <Table colCount={3} rowCount={sample.length + 1}>
            <Thead>
              <Tr>
                {['do.question', 'do.before', 'do.after'].map((key) => (
                  <Th key={key}>
                    <Typography variant="sigma">{t(key)}</Typography>
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {sample.map(({ documentId, code, stemStart, before, after }) => (
                <Tr key={documentId}>
                  <Td>
                    <Typography fontWeight="bold">{code}</Typography>
                    <Typography tag="p" variant="pi" textColor="neutral600" className="bank-line" dir="auto">
                      {stemStart}
                    </Typography>
                  </Td>
                  <Td>
                    <Typography dir="auto">{valueNames(kind, before)}</Typography>
                  </Td>
                  <Td>
                    <Typography dir="auto">{kind === 'delete' ? t('do.gone') : valueNames(kind, after)}</Typography>
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </Box>
      ) : null}
    </Flex>
  );
}

/** Values for the sentence of a reason, from the first question that has it. */
const firstParams = (failures: BulkPreview['failures'], reason: string): Record<string, string> =>
  failures.find((one) => one.reason === reason)?.params ?? {};
