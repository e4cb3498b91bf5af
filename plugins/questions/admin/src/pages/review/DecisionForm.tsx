import { useText } from '@lyceum/core/admin';
import { Box, Button, Checkbox, Field, Flex, Textarea } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { type Question, REVIEW_NOTE_MAX } from '../../../../contract/index.ts';
import { Messages } from '../../components/Messages.tsx';
import { fieldText } from '../question/field-text.ts';
import { Key } from './Key.tsx';
import { reviewAction } from './keys.ts';
import { useDecision } from './use-decision.ts';

/** Note, approve, return: by button, or by `a` and `r`. */
export function DecisionForm({ question, onDecided }: { question: Question; onDecided(): void }) {
  const t = useText('questions');
  const [note, setNote] = useState('');
  const [isAccepting, setAccepting] = useState(false);
  const decision = useDecision(question, onDecided);
  const field = useRef<HTMLTextAreaElement>(null);
  const { objection } = decision;
  const hasWarnings = question.messages.some(({ level }) => level === 'warning');

  useEffect(() => {
    if (objection !== null) field.current?.focus();
  }, [objection]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = reviewAction(event, event.target instanceof HTMLElement ? event.target : null);
      if (action !== 'approve' && action !== 'return') return;
      event.preventDefault();
      if (action === 'return') field.current?.focus();
      else void decision.approve(note, isAccepting);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {question.messages.length > 0 ? (
        <Box>
          <Messages messages={question.messages} fieldName={(name) => fieldText(t, name)} />
          {hasWarnings ? (
            <Box paddingTop={2}>
              <Checkbox checked={isAccepting} onCheckedChange={(is: boolean | 'indeterminate') => setAccepting(is === true)}>
                {t('form.accept-warnings')}
              </Checkbox>
            </Box>
          ) : null}
        </Box>
      ) : null}
      <Field.Root
        name="review-note"
        hint={t('review.note-hint')}
        error={objection === null || note.trim() !== '' ? false : t(`review.${objection}`)}
      >
        <Field.Label>{t('review.note')}</Field.Label>
        <Textarea
          ref={field}
          value={note}
          maxLength={REVIEW_NOTE_MAX}
          onChange={(event: { target: { value: string } }) => setNote(event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        <Button loading={decision.isWorking} endIcon={<Key>A</Key>} onClick={() => void decision.approve(note, isAccepting)}>
          {t('review.approve')}
        </Button>
        <Button variant="secondary" disabled={decision.isWorking} endIcon={<Key>R</Key>} onClick={() => decision.sendBack(note)}>
          {t('review.return')}
        </Button>
      </Flex>
    </Flex>
  );
}
