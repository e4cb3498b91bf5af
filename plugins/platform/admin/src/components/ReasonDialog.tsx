import { useText } from '@lyceum/core/admin';
import { Button, Field, Modal, Textarea } from '@strapi/design-system';
import { useState } from 'react';

export type ReasonDialogProps = {
  title: string;
  text: string;
  action: string;
  isDangerous?: boolean;
  onClose(): void;
  onConfirm(reason: string): Promise<void>;
};

const SHORTEST = 3;

/** Asks why before something that people notice; the reason goes into the audit log. */
export function ReasonDialog({ title, text, action, isDangerous = false, onClose, onConfirm }: ReasonDialogProps) {
  const t = useText('platform');
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);

  const confirm = async () => {
    setIsBusy(true);
    await onConfirm(reason.trim());
    setIsBusy(false);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Field.Root name="reason" hint={text} required>
            <Field.Label>{t('reason.label')}</Field.Label>
            <Textarea
              value={reason}
              maxLength={500}
              onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
            />
            <Field.Hint />
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('reason.cancel')}
          </Button>
          <Button
            variant={isDangerous ? 'danger' : 'default'}
            disabled={reason.trim().length < SHORTEST}
            loading={isBusy}
            onClick={() => void confirm()}
          >
            {action}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
