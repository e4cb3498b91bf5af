import { CircleAlert, CircleCheck, LoaderCircle, MonitorSmartphone, WifiOff } from 'lucide-react';
import { dateText } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import type { SavedState } from '../journal/saved-state.ts';
import type { ExamMode } from '../session/exam-view.ts';
import { type ExamTexts, useTexts } from '../texts.ts';

type Props = { saved: SavedState; mode: ExamMode; late: boolean; keeps: boolean; onGoOnHere: () => void };

/** One line of fixed height in every state, so that no state moves the question. */
export function SavedMark({ saved, mode, late, keeps, onGoOnHere }: Props) {
  const { t } = useTexts();
  if (mode.kind === 'leaving') return <Line state="saving" icon={LoaderCircle} text={t('exam:player.leaving.title')} />;
  switch (saved.kind) {
    case 'saving':
      return <Line state="saving" icon={LoaderCircle} text={t('exam:player.saved.saving')} />;
    case 'offline':
      return <Line state="offline" icon={WifiOff} text={offlineText(t, saved.count)} more={t('exam:player.saved.offlineMore')} />;
    case 'refused':
      return (
        <Line
          state="offline"
          icon={CircleAlert}
          text={t('exam:player.saved.refused', { count: saved.items.length, items: saved.items.join(', ') })}
        />
      );
    case 'elsewhere':
    case 'signedOut':
      return (
        <Line state="offline" icon={MonitorSmartphone} text={t(`exam:player.saved.${saved.kind}`)}>
          {saved.kind === 'elsewhere' && (
            <Button kind="quiet" size="small" onClick={onGoOnHere}>
              {t('exam:player.elsewhere.goOn')}
            </Button>
          )}
        </Line>
      );
    case 'closed':
      return <Line icon={CircleCheck} text={t('exam:player.saved.closed')} />;
    case 'saved':
      return (
        <Line icon={CircleCheck} text={savedText(saved.atMs)} more={keeps ? undefined : t('exam:player.saved.keepsNothing')} />
      );
  }

  function savedText(atMs: number | null): string {
    if (atMs === null) return t(late ? 'exam:player.saved.lateNoTime' : 'exam:player.saved.noTime');
    return t(late ? 'exam:player.saved.late' : 'exam:player.saved.all', { time: clockText(atMs) });
  }
}

/** The device's own zone: the time stands beside the clock on the wall. */
function clockText(atMs: number): string {
  return dateText('en', new Date(atMs), Intl.DateTimeFormat().resolvedOptions().timeZone, 'time');
}

/** What is said when the network is away; also read out once by the live region. */
export const offlineText = (t: ExamTexts['t'], count: number): string =>
  count === 0 ? t('exam:player.saved.offlineNone') : t('exam:player.saved.offline', { count });

type LineProps = {
  state?: 'saving' | 'offline';
  icon: typeof CircleCheck;
  text: string;
  more?: string | undefined;
  children?: React.ReactNode;
};

function Line({ state, icon: Icon, text, more, children }: LineProps) {
  return (
    <p className="saved" data-state={state}>
      <Icon className="icon" aria-hidden="true" />
      <span>
        {text}
        {more !== undefined && <span className="more">. {more}</span>}
      </span>
      {children}
    </p>
  );
}
