import { useText } from '@lyceum/core/admin';
import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { RuleMessage } from '../../../../contract/index.ts';
import { Messages } from '../../components/Messages.tsx';
import { fieldText } from './field-text.ts';
import { goToField } from './insert-text.ts';
import type { QuestionOnScreen } from './use-question.ts';

/** Above the form, after an attempt to save: what blocks, what needs a tick, and whether somebody else was faster. */
export function FormNotices({ question, messages }: { question: QuestionOnScreen; messages: readonly RuleMessage[] }) {
  const t = useText('questions');
  const errors = messages.filter(({ level }) => level === 'error');
  const warnings = messages.filter(({ level }) => level === 'warning');
  const wasChecked = question.checked !== null || question.takenCode !== null;
  const list = (found: readonly RuleMessage[]) => (
    <Messages
      messages={found}
      fieldName={(field) => fieldText(t, field)}
      goToLabel={t('form.go-to')}
      onGoTo={({ field, params }) => goToField(field, params['position'])}
    />
  );
  return (
    <>
      {question.isOutdated ? (
        <Box background="warning100" borderColor="warning200" hasRadius padding={4} marginBottom={4} role="alert">
          <Typography tag="p">{t('form.outdated')}</Typography>
          <Flex paddingTop={3}>
            <Button variant="secondary" size="S" onClick={() => void question.loadAgain()}>
              {t('form.load-theirs')}
            </Button>
          </Flex>
        </Box>
      ) : null}
      {wasChecked && errors.length > 0 ? (
        <Box background="danger100" borderColor="danger200" hasRadius padding={4} marginBottom={4} role="alert">
          <Typography tag="h2" fontWeight="bold">
            {t('form.has-errors', { count: errors.length })}
          </Typography>
          {list(errors)}
        </Box>
      ) : null}
      {wasChecked && warnings.length > 0 ? (
        <Box background="warning100" borderColor="warning200" hasRadius padding={4} marginBottom={4} role="alert">
          <Typography tag="h2" fontWeight="bold">
            {t('form.has-warnings')}
          </Typography>
          {list(warnings)}
          <Box paddingTop={3}>
            <Checkbox
              checked={question.isAccepting}
              onCheckedChange={(is: boolean | 'indeterminate') => question.setAccepting(is === true)}
            >
              {t('form.accept-warnings')}
            </Checkbox>
          </Box>
        </Box>
      ) : null}
    </>
  );
}
