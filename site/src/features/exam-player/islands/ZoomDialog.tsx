import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { StemFigure } from '../stem.ts';
import { useTexts } from '../texts.ts';

/** A figure as large as the window [E-11]. */
export function ZoomDialog({ figure, onClose }: { figure: StemFigure | null; onClose: () => void }) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (figure !== null && !element.open) {
      element.showModal();
      close.current?.focus();
    }
    if (figure === null && element.open) element.close();
  }, [figure]);
  return (
    <dialog className="zoom" ref={dialog} aria-label={t('exam:player.enlarged')} onClose={onClose}>
      {figure !== null && (
        <div className="dialog-body">
          <div className="figure">
            <img src={figure.src} alt={figure.alt} />
          </div>
          <div className="row actions">
            <Button ref={close} onClick={onClose}>
              {t('exam:player.close')}
            </Button>
          </div>
        </div>
      )}
    </dialog>
  );
}
