import { useCall, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, Grid, NumberInput, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { addAttempts, type ExamDraft } from '../../../contract/index.ts';
import { LabelledField } from './LabelledField.tsx';

type Typing = React.ChangeEvent<HTMLInputElement>;

/** Gives one learner further attempts, with the reason for the audit log [E-20]. */
export function GrantAttempts({ examId }: { examId: ExamDraft['id'] }) {
  const t = useText('exams');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [email, setEmail] = useState('');
  const [attempts, setAttempts] = useState(1);
  const [reason, setReason] = useState('');

  const grant = async () => {
    try {
      await call(addAttempts, { params: { examId }, body: { learner: { email: email.trim() }, attempts, reason } });
      toggleNotification({ type: 'success', message: t('grant.done', { count: attempts, email: email.trim() }) });
      setEmail('');
      setReason('');
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
    }
  };

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Typography variant="delta" tag="h2">
        {t('grant.title')}
      </Typography>
      <Grid.Root gap={4} paddingTop={4}>
        <Grid.Item col={5} s={12} xs={12} alignItems="stretch">
          <LabelledField name="grant-email" label={t('grant.email')}>
            <TextInput type="email" value={email} onChange={(event: Typing) => setEmail(event.target.value)} />
          </LabelledField>
        </Grid.Item>
        <Grid.Item col={2} s={12} xs={12} alignItems="stretch">
          <LabelledField name="grant-attempts" label={t('grant.attempts')}>
            <NumberInput value={attempts} onValueChange={(next: number | undefined) => setAttempts(Math.max(1, next ?? 1))} />
          </LabelledField>
        </Grid.Item>
        <Grid.Item col={5} s={12} xs={12} alignItems="stretch">
          <LabelledField name="grant-reason" label={t('reason')} hint={t('reason-hint')}>
            <TextInput value={reason} onChange={(event: Typing) => setReason(event.target.value)} />
          </LabelledField>
        </Grid.Item>
      </Grid.Root>
      <Box paddingTop={4}>
        <Button disabled={email.trim() === '' || reason.trim().length < 3} onClick={() => void grant()}>
          {t('grant.give')}
        </Button>
      </Box>
    </Box>
  );
}
