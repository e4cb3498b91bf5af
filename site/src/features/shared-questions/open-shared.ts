import { isApiProblem } from '@lyceum/core/client';
import type { Locale, ReplyOf } from '@lyceum/core/contract';
import { getSharedQuestions, type SharedQuestion } from '@lyceum/questions/contract';
import { VIEW_STRINGS } from '@lyceum/questions/views/strings';
import type { ViewStrings } from '@lyceum/questions/views/texts';
import { call, type Visitor } from '../../lib/api.ts';

/** What the page hands to the browser when there are sounds. */
export type SharedSounds = {
  readonly locale: Locale;
  readonly viewStrings: ViewStrings;
  /** Address of each sound, by the id of its file. */
  readonly media: Readonly<Record<string, string>>;
};

/**
 * The questions of a link. A key that ran out, was withdrawn, never was or cannot be one is unknown, all the same;
 * `busy` when too many were tried from one place.
 */
export async function openShared(
  token: string,
  visitor: Visitor,
): Promise<ReplyOf<typeof getSharedQuestions> | 'unknown' | 'busy'> {
  try {
    return await call(getSharedQuestions, { params: { token } }, visitor);
  } catch (error) {
    if (!isApiProblem(error)) throw error;
    if (error.status === 404 || error.problem.code === 'core/invalid-request') return 'unknown';
    if (error.status === 429) return 'busy';
    throw error;
  }
}

/** What the sounds of a page need; null for one without any. */
export function sharedSounds(questions: readonly SharedQuestion[], locale: Locale): SharedSounds | null {
  const media = Object.assign({}, ...questions.map((question) => question.media));
  return Object.keys(media).length === 0 ? null : { locale, viewStrings: VIEW_STRINGS[locale], media };
}
