import { useText } from '@lyceum/core/admin';
import { Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useState } from 'react';
import { type SavedView, SHARED_WITH } from '../../../../contract/index.ts';

export type ViewDialogProps = {
  /** Null for a new one. */
  view: SavedView | null;
  hasInstitute: boolean;
  onSave(fields: { name: string; sharedWith: SavedView['sharedWith'] }): Promise<boolean>;
  onClose(): void;
};

const NAME_LENGTH = 80;

/** Name of a view and who else may use it. */
export function ViewDialog({ view, hasInstitute, onSave, onClose }: ViewDialogProps) {
  const t = useText('questions');
  const [name, setName] = useState(view?.name ?? '');
  const [sharedWith, setSharedWith] = useState<SavedView['sharedWith']>(view?.sharedWith ?? 'nobody');
  const [isBusy, setIsBusy] = useState(false);

  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    setIsBusy(true);
    const isDone = await onSave({ name: name.trim(), sharedWith });
    setIsBusy(false);
    if (isDone) onClose();
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <form onSubmit={(event) => void save(event)}>
          <Modal.Header>
            <Modal.Title>{t(view ? 'view.rename' : 'view.save-new')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root name="view-name" required hint={t('view.hint')}>
                <Field.Label>{t('view.name')}</Field.Label>
                <TextInput
                  value={name}
                  maxLength={NAME_LENGTH}
                  autoFocus
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
                />
                <Field.Hint />
              </Field.Root>
              <Field.Root name="view-shared">
                <Field.Label>{t('view.shared')}</Field.Label>
                <SingleSelect
                  value={sharedWith}
                  onChange={(next: string | number) => setSharedWith(next as SavedView['sharedWith'])}
                >
                  {SHARED_WITH.filter((who) => who !== 'institute' || hasInstitute).map((who) => (
                    <SingleSelectOption key={who} value={who}>
                      {t(`view.shared-${who}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {t('view.cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={isBusy}>
              {t('view.save')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
