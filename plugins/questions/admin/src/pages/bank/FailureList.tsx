import { useText } from '@lyceum/core/admin';
import { Box, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { type BulkFailure, bulkReasonSentence } from '../../../../contract/index.ts';
import { useLocale } from '../../api/use-rule-text.ts';
import { Messages } from '../../components/Messages.tsx';
import { HOME } from '../../plugin-id.ts';
import { fieldText } from '../question/field-text.ts';

/** Questions an action leaves out, each with its reason and the way to mend it. */
export function FailureList({ failures }: { failures: readonly BulkFailure[] }) {
  const t = useText('questions');
  const locale = useLocale();
  return (
    <Box tag="ul" style={{ listStyle: 'none', padding: 0, maxBlockSize: '24rem', overflowY: 'auto' }}>
      {failures.map((failure) => (
        <Box tag="li" key={failure.documentId} paddingTop={2}>
          {failure.reason === 'gone' ? (
            <Typography fontWeight="bold">{failure.code || failure.documentId}</Typography>
          ) : (
            <TextLink tag={Link} to={`${HOME}/bank/${failure.documentId}`}>
              {failure.code}
            </TextLink>
          )}
          <Typography textColor="danger600"> {bulkReasonSentence(failure, locale)}</Typography>
          <Messages messages={failure.messages} fieldName={(field) => fieldText(t, field)} />
        </Box>
      ))}
    </Box>
  );
}
