import { useText } from '@lyceum/core/admin';
import { Box, Button, Modal, NumberInput, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { LabelledField } from './LabelledField.tsx';

export type ReasonDialogProps = {
  title: string;
  text: string;
  action: string;
  /** Asks for minutes as well. */
  withMinutes?: boolean;
  isDangerous?: boolean;
  onClose(): void;
  onGo(reason: string, minutes: number): Promise<void>;
};

/** Asks for the reason that goes into the audit log before something about one attempt is changed. */
export function ReasonDialog({
  title,
  text,
  action,
  withMinutes = false,
  isDangerous = false,
  onClose,
  onGo,
}: ReasonDialogProps) {
  const t = useText('exams');
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState(10);
  return (
    <Modal.Root open onOpenChange={(open: boolean) => (open ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography>{text}</Typography>
          {withMinutes ? (
            <Box paddingTop={4}>
              <LabelledField name="minutes" label={t('attempt.minutes')}>
                <NumberInput value={minutes} onValueChange={(next: number | undefined) => setMinutes(Math.max(1, next ?? 1))} />
              </LabelledField>
            </Box>
          ) : null}
          <Box paddingTop={4}>
            <LabelledField name="reason" label={t('reason')} hint={t('reason-hint')}>
              <TextInput
                value={reason}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setReason(event.target.value)}
              />
            </LabelledField>
          </Box>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant={isDangerous ? 'danger' : 'default'}
            disabled={reason.trim().length < 3}
            onClick={() => void onGo(reason.trim(), minutes)}
          >
            {action}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
