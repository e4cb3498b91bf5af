import type { SavedState } from '../journal/saved-state.ts';
import type { TimerView } from '../session/exam-timer.ts';
import { useTexts } from '../texts.ts';
import { offlineText } from './SavedMark.tsx';

/** What a screen reader is told without asking: the time at its marks, and that the network went. Not each save. */
export function LiveRegion({ timer, saved }: { timer: TimerView; saved: SavedState }) {
  const { t } = useTexts();
  return (
    <div className="unseen">
      <p aria-live="assertive">
        {timer.announced === null ? '' : t('exam:player.time.announced', { count: timer.announced / 60 })}
      </p>
      <p role="status">{saved.kind === 'offline' ? offlineText(t, saved.count) : ''}</p>
    </div>
  );
}
