import { isApiProblem } from '@lyceum/core/client';
import {
  type AttemptId,
  getPaper,
  nextSection,
  playMedia,
  playOwnRecording,
  type ReviewItem,
  saveAttempt,
  submitAttempt,
  TICKET_HEADER,
  takeOverAttempt,
  uploadRecording,
} from '@lyceum/exams/contract';
import { refreshSession } from '@lyceum/platform/contract';
import { loadViews } from '@lyceum/questions/views';
import { VIEW_STRINGS } from '@lyceum/questions/views/strings';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { PageTexts } from '../../i18n/page.ts';
import { stringsFor } from '../../i18n/texts.ts';
import { ExamPlayer, type PlayerProps } from './islands/ExamPlayer.tsx';
import type { ExamEndpoints } from './session/exam-api.ts';

type Lean = Pick<ExamEndpoints[keyof ExamEndpoints], 'method' | 'path' | 'access' | 'upload'>;

/** All that the browser needs of an endpoint; its schemas stay on the server and out of the page's bytes. */
const lean = ({ method, path, access, upload }: Lean): Lean => ({ method, path, access, ...(upload ? { upload } : {}) });

const endpoints = {
  getPaper: lean(getPaper),
  takeOver: lean(takeOverAttempt),
  save: lean(saveAttempt),
  nextSection: lean(nextSection),
  submit: lean(submitAttempt),
  refresh: lean(refreshSession),
  play: lean(playMedia),
  upload: lean(uploadRecording),
  listen: lean(playOwnRecording),
} satisfies Record<keyof ExamEndpoints, Lean>;

/** The player as text, with what the browser needs to take it over. The question can be read before any script runs. */
export async function drawPlayer(
  paper: PlayerProps['paper'],
  { locale, href }: Pick<PageTexts, 'locale' | 'href'>,
): Promise<{ html: string; props: object }> {
  const player: PlayerProps = {
    paper,
    locale,
    strings: { exam: { player: stringsFor(locale, ['exam']).exam.player } },
    viewStrings: VIEW_STRINGS[locale],
    signInHref: href(`/sign-in?next=${encodeURIComponent(href(`/attempts/${paper.attemptId}`))}`),
  };
  await loadViews(paper.sections.flatMap(({ items }) => items.map(({ type }) => type)));
  return {
    html: renderToString(createElement(ExamPlayer, { ...player, session: null })),
    props: { ...player, endpoints, ticketHeader: TICKET_HEADER, resultHref: href(`/attempts/${paper.attemptId}/result`) },
  };
}

/** What the sounds of a review need; null for one without any. */
export function soundFacts(
  items: readonly Pick<ReviewItem, 'audio' | 'response'>[],
  attemptId: AttemptId,
  locale: PageTexts['locale'],
): object | null {
  const has = items.some(({ audio, response }) => audio.length > 0 || (response !== null && 'recording' in response));
  const { play, upload, listen, refresh } = endpoints;
  return has ? { attemptId, locale, viewStrings: VIEW_STRINGS[locale], endpoints: { play, upload, listen, refresh } } : null;
}

/** What a page of an attempt says when it cannot be shown: it ended, it is not there or not this person's, or it may not be seen now. */
export function attemptRefusal(error: unknown): 'ended' | 'running' | 'gone' | 'signIn' | undefined {
  if (!isApiProblem(error)) return undefined;
  switch (error.problem.code) {
    case 'exams/attempt-closed':
    case 'exams/attempt-expired':
      return 'ended';
    case 'exams/attempt-running':
      return 'running';
    case 'exams/attempt-not-found':
    case 'core/not-found':
    case 'core/invalid-request':
      return 'gone';
    case 'core/not-signed-in':
      return 'signIn';
    default:
      return undefined;
  }
}

/** The id in the address. One that is not an id is looked up all the same and found by nobody. */
export const attemptIdOf = (param: string | undefined): AttemptId => (param ?? '') as AttemptId;
