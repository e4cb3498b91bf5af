import { Notice, useText } from '@lyceum/core/admin';
import { Button, Checkbox, Flex } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
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
  const place = useRef<HTMLDivElement>(null);
  // After a press on a button at the top of a long form, what it found must be seen.
  useEffect(() => {
    if (question.isOutdated || messages.length > 0) place.current?.scrollIntoView({ block: 'center' });
  }, [question.checked, question.isOutdated, question.takenCode]);
  const list = (found: readonly RuleMessage[]) => (
    <Messages
      messages={found}
      fieldName={(field) => fieldText(t, field)}
      goToLabel={t('form.go-to')}
      onGoTo={({ field, params }) => goToField(field, params['position'])}
    />
  );
  return (
    <Flex ref={place} direction="column" alignItems="stretch" gap={4} paddingBottom={4}>
      {question.isOutdated ? (
        <Notice
          tone="warning"
          title={t('form.outdated')}
          action={
            <Button variant="secondary" size="S" onClick={() => void question.loadAgain()}>
              {t('form.load-theirs')}
            </Button>
          }
        />
      ) : null}
      {wasChecked && errors.length > 0 ? (
        <Notice tone="danger" title={t('form.has-errors', { count: errors.length })}>
          {list(errors)}
        </Notice>
      ) : null}
      {wasChecked && warnings.length > 0 ? (
        <Notice
          tone="warning"
          title={t('form.has-warnings')}
          action={
            <Checkbox
              checked={question.isAccepting}
              onCheckedChange={(is: boolean | 'indeterminate') => question.setAccepting(is === true)}
            >
              {t('form.accept-warnings')}
            </Checkbox>
          }
        >
          {list(warnings)}
        </Notice>
      ) : null}
    </Flex>
  );
}
