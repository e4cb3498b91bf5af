import { Button, Dialog } from '@strapi/design-system';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useText } from './use-text.ts';

export type Confirmation = {
  title: string;
  /** What will happen, said before it does. */
  text: ReactNode;
  /** The verb on the button, such as "Delete 3 questions". */
  action: string;
  isDangerous?: boolean;
};

type Open = Confirmation & { answer(yes: boolean): void };

/**
 * Asks once before something that is hard to undo: `if (await confirm({ … }))`. Put `dialog` on the page.
 */
export function useConfirm(): { confirm(question: Confirmation): Promise<boolean>; dialog: ReactNode } {
  const t = useText('core');
  const [open, setOpen] = useState<Open | null>(null);

  const confirm = useCallback(
    (question: Confirmation) =>
      new Promise<boolean>((resolve) => {
        setOpen({
          ...question,
          answer: (yes) => {
            setOpen(null);
            resolve(yes);
          },
        });
      }),
    [],
  );

  const dialog = useMemo(
    () =>
      open ? (
        <Dialog.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : open.answer(false))}>
          <Dialog.Content>
            <Dialog.Header>{open.title}</Dialog.Header>
            <Dialog.Body>{open.text}</Dialog.Body>
            <Dialog.Footer>
              <Button fullWidth variant="tertiary" onClick={() => open.answer(false)}>
                {t('confirm.cancel')}
              </Button>
              <Button fullWidth variant={open.isDangerous ? 'danger-light' : 'default'} onClick={() => open.answer(true)}>
                {open.action}
              </Button>
            </Dialog.Footer>
          </Dialog.Content>
        </Dialog.Root>
      ) : null,
    [open, t],
  );
  return { confirm, dialog };
}
