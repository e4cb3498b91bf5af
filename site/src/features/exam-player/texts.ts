import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import type { Locale } from '../../i18n/locales.ts';
import type { Namespace } from '../../i18n/texts.ts';
import { type ShownTime, shownTime } from './clock/exam-clock.ts';

export type ExamTexts = { readonly t: TFunction<Namespace[]>; readonly locale: Locale; readonly rightToLeft: boolean };

/** Language of the player, for all its parts. */
export const TextsContext = createContext<ExamTexts | null>(null);

export function useTexts(): ExamTexts {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error('a part of the player stands outside of it');
  return texts;
}

/** "1 h 42 min" or "4:38", without saying that it is left. */
export const timeText = (t: ExamTexts['t'], left: number): string => partsText(t, shownTime(left));

function partsText(t: ExamTexts['t'], time: ShownTime): string {
  if (time.kind === 'seconds') return `${time.minutes}:${String(time.seconds).padStart(2, '0')}`;
  const minutes = t('exam:player.time.minutes', { count: time.minutes });
  if (time.hours === 0) return minutes;
  const hours = t('exam:player.time.hours', { count: time.hours });
  return time.minutes === 0 ? hours : t('exam:player.time.both', { hours, minutes });
}
