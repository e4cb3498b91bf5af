import { useText } from '@lyceum/core/admin';
import { Button, Field, Modal, TextInput } from '@strapi/design-system';
import { useState } from 'react';
import { INSTITUTE_NAME } from '../../../../contract/institutes.ts';

export type NameDialogProps = { title: string; name: string; onSave(name: string): Promise<void>; onClose(): void };

const SHORTEST = 2;

/** Asks for the name of an institute. */
export function NameDialog({ title, name, onSave, onClose }: NameDialogProps) {
  const t = useText('platform');
  const [typed, setTyped] = useState(name);
  const [isBusy, setIsBusy] = useState(false);
  const isValid = typed.trim().length >= SHORTEST;

  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    setIsBusy(true);
    await onSave(typed.trim());
    setIsBusy(false);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <form onSubmit={(event) => void save(event)}>
          <Modal.Header>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Field.Root name="name" required>
              <Field.Label>{t('institute.name')}</Field.Label>
              <TextInput
                value={typed}
                maxLength={INSTITUTE_NAME}
                autoFocus
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
              />
            </Field.Root>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {t('reason.cancel')}
            </Button>
            <Button type="submit" disabled={!isValid} loading={isBusy}>
              {t('institute.save')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
