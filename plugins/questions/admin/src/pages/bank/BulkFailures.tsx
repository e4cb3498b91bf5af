import { useText } from '@lyceum/core/admin';
import { Box, Button, Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { Messages } from '../../components/Messages.tsx';
import { HOME } from '../../plugin-id.ts';
import { fieldText } from '../question/field-text.ts';
import type { BulkOutcome } from './use-bulk-actions.tsx';

/** The questions an action left out, each with its reason and the way to mend it. */
export function BulkFailures({ report, onClose }: { report: BulkOutcome | null; onClose(): void }) {
  const t = useText('questions');
  if (!report) return null;
  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={4}
      marginBottom={4}
      role="region"
      aria-label={t(`bulk.${report.action}-failed`, { count: report.failed.length })}
    >
      <Flex justifyContent="space-between" paddingBottom={2}>
        <Typography variant="delta" tag="h2">
          {t(`bulk.${report.action}-failed`, { count: report.failed.length })}
        </Typography>
        <Button variant="tertiary" size="S" onClick={onClose}>
          {t('bulk.close')}
        </Button>
      </Flex>
      <Box style={{ maxBlockSize: '24rem', overflowY: 'auto' }}>
        {report.failed.map(({ documentId, code, messages }) => (
          <Box key={documentId} paddingTop={2}>
            <TextLink tag={Link} to={`${HOME}/bank/${documentId}`}>
              {code}
            </TextLink>
            {report.reasons[documentId] ? <Typography textColor="danger600"> {report.reasons[documentId]}</Typography> : null}
            <Messages messages={messages} fieldName={(field) => fieldText(t, field)} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}
