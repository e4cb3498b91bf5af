import { useCall, useProblemText, useText } from '@lyceum/core/admin';
import { Button, Checkbox, Field, Flex, SingleSelect, SingleSelectOption, Textarea } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  closeReports,
  REPORT_OUTCOMES,
  REPORT_TEXT_MAX,
  type ReportOutcome,
  type StaffReport,
} from '../../../../contract/index.ts';

export type CloseFormProps = {
  report: StaffReport;
  /** Every open report of the same question, this one included. */
  open: readonly StaffReport[];
  onClosed(): void;
};

/** Closes a report, or all open ones of its question, with an outcome that the learners are told. */
export function CloseForm({ report, open, onClosed }: CloseFormProps) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [outcome, setOutcome] = useState<ReportOutcome | null>(null);
  const [answer, setAnswer] = useState('');
  const [isAll, setAll] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [isWorking, setWorking] = useState(false);

  const close = async () => {
    if (outcome === null) {
      setMissing(true);
      return;
    }
    setWorking(true);
    try {
      const ids = isAll ? open.map(({ id }) => id) : [report.id];
      const { closed } = await call(closeReports, { body: { ids, outcome, answer: answer.trim() || null } });
      toggleNotification({ type: 'success', message: t('reports.closed', { count: closed }) });
      onClosed();
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    } finally {
      setWorking(false);
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="outcome" required error={isMissing && outcome === null ? t('reports.outcome-missing') : false}>
        <Field.Label>{t('reports.outcome')}</Field.Label>
        <SingleSelect
          placeholder={t('do.choose')}
          value={outcome}
          onChange={(value: string | number) => setOutcome(REPORT_OUTCOMES.find((known) => known === value) ?? null)}
        >
          {REPORT_OUTCOMES.map((value) => (
            <SingleSelectOption key={value} value={value}>
              {t(`reports.outcome-${value}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Error />
      </Field.Root>
      <Field.Root name="answer" hint={t('reports.answer-hint')}>
        <Field.Label>{t('reports.answer')}</Field.Label>
        <Textarea
          value={answer}
          maxLength={REPORT_TEXT_MAX}
          onChange={(event: { target: { value: string } }) => setAnswer(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      {open.length > 1 ? (
        <Checkbox checked={isAll} onCheckedChange={(is: boolean | 'indeterminate') => setAll(is === true)}>
          {t('reports.close-all', { count: open.length })}
        </Checkbox>
      ) : null}
      <Flex>
        <Button loading={isWorking} onClick={() => void close()}>
          {t('reports.close')}
        </Button>
      </Flex>
    </Flex>
  );
}
