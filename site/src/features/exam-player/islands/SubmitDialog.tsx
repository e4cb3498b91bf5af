import { CircleDashed, Flag } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { hashOf } from '../palette/address.ts';
import { timeText, useTexts } from '../texts.ts';

type Props = {
  open: boolean;
  what: 'submit' | 'section';
  /** Questions without an answer, and flagged ones. */
  unanswered: readonly number[];
  flagged: readonly number[];
  /** False for a question that cannot be reached any more. */
  reachable: (item: number) => boolean;
  left: number | null;
  onClose: () => void;
  onConfirm: () => void;
};

/** More than these are counted, not listed. */
const LISTED = 12;

/** Asks once and names what is open [E-15]. Focus lies on going on while anything is open, on handing in when nothing is. */
export function SubmitDialog({ open, what, unanswered, flagged, reachable, left, onClose, onConfirm }: Props) {
  const { t } = useTexts();
  const first = useRef<HTMLButtonElement>(null);
  const anythingOpen = unanswered.length > 0 || flagged.length > 0;
  useEffect(() => {
    if (open) first.current?.focus();
  }, [open]);

  const goOn = (
    <Button kind={anythingOpen ? 'primary' : 'quiet'} ref={anythingOpen ? first : undefined} onClick={onClose} key="go-on">
      {t('exam:player.submit.goOn')}
    </Button>
  );
  const confirm = (
    <Button kind={anythingOpen ? 'quiet' : 'primary'} ref={anythingOpen ? undefined : first} onClick={onConfirm} key="confirm">
      {t(what === 'submit' ? 'exam:player.submit.now' : 'exam:player.section.now')}
    </Button>
  );
  const goTo = (item: number) => (
    <a href={hashOf(item)} onClick={onClose}>
      {item}
    </a>
  );
  const firstOpen = unanswered.find(reachable);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(what === 'submit' ? 'exam:player.submit.title' : 'exam:player.section.title')}
      actions={anythingOpen ? [confirm, goOn] : [goOn, confirm]}
    >
      {left !== null && <p>{t('exam:player.submit.left', { time: timeText(t, left) })}</p>}
      {anythingOpen ? (
        <ul className="checks">
          {unanswered.length > 0 && (
            <li data-tone="caution">
              <CircleDashed className="icon" aria-hidden="true" />
              <b>{unanswered.length}</b>
              <span>
                {t('exam:player.submit.unanswered', { count: unanswered.length })}
                {firstOpen !== undefined && (
                  <>
                    {t('exam:player.submit.first')} {goTo(firstOpen)}
                  </>
                )}
              </span>
            </li>
          )}
          {flagged.length > 0 && (
            <li data-tone="caution">
              <Flag className="icon" aria-hidden="true" />
              <b>{flagged.length}</b>
              <span>
                {t('exam:player.submit.flagged', { count: flagged.length })}{' '}
                {flagged.slice(0, LISTED).map((item, index) => (
                  <span key={item}>
                    {index > 0 && t('exam:player.comma')}
                    {reachable(item) ? goTo(item) : item}
                  </span>
                ))}
                {flagged.length > LISTED && '…'}
              </span>
            </li>
          )}
        </ul>
      ) : (
        <p>{t('exam:player.submit.allAnswered')}</p>
      )}
      <p className="soft">{t(what === 'submit' ? 'exam:player.submit.final' : 'exam:player.section.final')}</p>
    </Dialog>
  );
}
