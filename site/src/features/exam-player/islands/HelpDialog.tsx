import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { lettersFor } from '../keys/exam-keys.ts';
import { useTexts } from '../texts.ts';

/** The keys of the player. @param options of the question on screen, for the range of its keys */
export function HelpDialog({ open, options, onClose }: { open: boolean; options: number; onClose: () => void }) {
  const { t } = useTexts();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) close.current?.focus();
  }, [open]);
  const count = options === 0 ? 4 : Math.min(options, 9);
  const letters = lettersFor(count);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('exam:player.keys.title')}
      actions={
        <Button kind="primary" ref={close} onClick={onClose}>
          {t('exam:player.close')}
        </Button>
      }
    >
      <dl className="pairs">
        <dt>
          <kbd>1</kbd> – <kbd>{count}</kbd> {t('exam:player.keys.or')} <kbd>{letters.first}</kbd> – <kbd>{letters.last}</kbd>
        </dt>
        <dd>{t('exam:player.keys.choose')}</dd>
        <dt>
          <kbd>←</kbd> <kbd>→</kbd>
        </dt>
        <dd>{t('exam:player.keys.move')}</dd>
        <dt>
          <kbd>F</kbd>
        </dt>
        <dd>{t('exam:player.keys.flag')}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{t('exam:player.keys.help')}</dd>
      </dl>
    </Dialog>
  );
}
