import { createClient } from '@lyceum/core/client';
import type { AttemptId } from '@lyceum/exams/contract';
import { mountSounds } from '@lyceum/questions/views/sounds';
import { type ViewStrings, viewTexts } from '@lyceum/questions/views/texts';
import type { Locale } from '../../i18n/locales.ts';
import type { ExamEndpoints } from '../exam-player/session/exam-api.ts';
import { createExamMedia } from '../exam-player/session/exam-media.ts';

/** What the page hands to the browser. */
export type SoundFacts = {
  readonly attemptId: AttemptId;
  readonly locale: Locale;
  readonly viewStrings: ViewStrings;
  readonly endpoints: Pick<ExamEndpoints, 'play' | 'upload' | 'listen' | 'refresh'>;
};

/** Puts players at the sounds and recordings of a review. @param json `SoundFacts` */
export function playSounds(json: string): void {
  const { attemptId, locale, viewStrings, endpoints } = JSON.parse(json) as SoundFacts;
  const { call } = createClient({ baseUrl: '' });
  const actions = createExamMedia({ call, endpoints, attemptId, audioOf: () => [] });
  mountSounds(document, viewTexts(locale, viewStrings), actions);
}
