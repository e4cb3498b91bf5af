import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { ExamMode } from '../session/exam-view.ts';
import { useTexts } from '../texts.ts';

type Props = { mode: ExamMode; signInHref: string; onGoOnHere: () => Promise<boolean>; onGoOnWorking: () => void };

/** What stops the work from outside: another tab or device, the end of the session, the end of the time. */
export function StateDialogs({ mode, signInHref, onGoOnHere, onGoOnWorking }: Props) {
  return (
    <>
      <ReadOnlyDialog mode={mode} signInHref={signInHref} onGoOnHere={onGoOnHere} />
      <LeavingDialog mode={mode} onGoOnWorking={onGoOnWorking} />
    </>
  );
}

function ReadOnlyDialog({ mode, signInHref, onGoOnHere }: Omit<Props, 'onGoOnWorking'>) {
  const { t } = useTexts();
  const because = mode.kind === 'readOnly' ? mode.because : null;
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const first = useRef<HTMLButtonElement & HTMLAnchorElement>(null);
  useEffect(() => {
    setOpen(because !== null);
    setFailed(false);
  }, [because]);
  useEffect(() => {
    if (open) first.current?.focus();
  }, [open]);
  if (because === null) return null;
  const goOn = async () => setFailed(!(await onGoOnHere()));
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      title={t(`exam:player.${because}.title`)}
      actions={
        <>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t('exam:player.elsewhere.readOnly')}
          </Button>
          {because === 'signedOut' ? (
            <a className="button" data-kind="primary" href={signInHref} ref={first}>
              {t('exam:player.signedOut.signIn')}
            </a>
          ) : (
            <Button kind="primary" ref={first} onClick={() => void goOn()}>
              {t('exam:player.elsewhere.goOn')}
            </Button>
          )}
        </>
      }
    >
      <p>{t(`exam:player.${because}.text`)}</p>
      {failed && <p role="alert">{t('exam:player.elsewhere.failed')}</p>}
    </Dialog>
  );
}

/** Stays until the server has the attempt. It can be left only where the learner asked for it and nothing arrived yet. */
function LeavingDialog({ mode, onGoOnWorking }: Pick<Props, 'mode' | 'onGoOnWorking'>) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = mode.kind === 'leaving' ? mode : null;
  const open = leaving !== null;
  useEffect(() => {
    const element = dialog.current;
    if (open && element?.open === false) element.showModal();
    if (!open && element?.open === true) element.close();
  }, [open]);
  const canLeave = leaving?.because === 'learner' && leaving.waiting;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="leaving"
      onCancel={(event) => {
        event.preventDefault();
        if (canLeave) onGoOnWorking();
      }}
    >
      {leaving !== null && (
        <div className="dialog-body">
          <h2 id="leaving" tabIndex={-1}>
            {t(leaving.because === 'time' ? `exam:player.leaving.time.${leaving.to}` : 'exam:player.leaving.title')}
          </h2>
          <p role="status">{t(leaving.waiting ? 'exam:player.leaving.waiting' : `exam:player.leaving.${leaving.to}`)}</p>
          {canLeave && (
            <div className="row actions">
              <Button kind="primary" onClick={onGoOnWorking}>
                {t('exam:player.submit.goOn')}
              </Button>
            </div>
          )}
        </div>
      )}
    </dialog>
  );
}
