import { log } from '@lyceum/core/server';
import type { AnsweredItem } from '@lyceum/questions/contract';
import { rulesOf } from '@lyceum/questions/scoring';
import { placesOf } from '../../../domain/paper/paper.ts';
import { restRatio } from '../../../domain/scoring/rest-ratio.ts';
import { type Cursor, type FinalAttempt, finalAttempts } from '../records/final-attempt.ts';
import { formOf } from './forms.ts';
import { compiledItems } from './items.ts';
import { bankResponse } from './shown-item.ts';

/** Attempts in memory at once. */
const PAGE = 100;

async function itemsOf(attempt: FinalAttempt): Promise<AnsweredItem[]> {
  const { definition } = await formOf(attempt.formId, attempt.examId);
  const places = placesOf(attempt.paper);
  const compiled = await compiledItems(places.map((place) => place.revisionId));
  const scored = places.map((_, at) => ({
    points: compiled[at]?.revision.points ?? 0,
    ratio: attempt.result.ratios[at] ?? 0,
  }));
  return places.flatMap(({ item, revisionId }, at) => {
    const one = compiled[at];
    if (!one) return [];
    const response = bankResponse(attempt, item, one, definition.shuffleOptions);
    return {
      revisionId,
      attemptId: attempt.id,
      ratio: scored[at]?.ratio ?? 0,
      restRatio: restRatio(scored, at),
      selected: response && 'selected' in response ? response.selected : null,
      answered: !rulesOf(one.revision.content.type).isEmpty(response),
      secondsSpent: attempt.responses[item]?.secondsSpent ?? 0,
    };
  });
}

/** One attempt that cannot be read must not keep the figures of all others from being counted; the log names it. */
const readable = (attempt: FinalAttempt): Promise<AnsweredItem[]> =>
  itemsOf(attempt).catch((err: unknown) => {
    log().error({ err, attemptId: attempt.id }, 'an attempt is left out of the figures');
    return [];
  });

/** Every answered place of every attempt whose score became final at or after `since`, oldest first, page by page. */
export async function* answeredItems(since: Date | null): AsyncGenerator<AnsweredItem> {
  let after: Cursor | null = null;
  for (;;) {
    const page: FinalAttempt[] = await finalAttempts(since, after, PAGE);
    for (const attempt of page) yield* await readable(attempt);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last;
  }
}
