import { useProblemText, useText } from '@lyceum/core/admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { type ReactNode, useState } from 'react';

export type FormDialogProps = {
  title: string;
  isComplete: boolean;
  /** The verb on the button; "Save" where it is left out. */
  action?: string;
  /** What cannot be undone by a second press has a button that warns. */
  isDangerous?: boolean;
  /** Saves; its refusal is shown below the fields. */
  onSave(): Promise<void>;
  onClose(): void;
  children: ReactNode;
};

/** A small form over the page: fields, the refusal of the server, save and cancel. */
export function FormDialog({ title, isComplete, action, isDangerous = false, onSave, onClose, children }: FormDialogProps) {
  const t = useText('questions');
  const problemText = useProblemText();
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    setWorking(true);
    setError(null);
    try {
      await onSave();
    } catch (refused) {
      setError(problemText(refused));
      setWorking(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {children}
            {error ? (
              <Typography role="alert" textColor="danger600">
                {error}
              </Typography>
            ) : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button
            variant={isDangerous ? 'danger' : 'default'}
            disabled={!isComplete}
            loading={isWorking}
            onClick={() => void save()}
          >
            {action ?? t('form.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
