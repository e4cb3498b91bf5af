import { randomUUID } from 'node:crypto';
import { refuse } from '@lyceum/core/contract';
import { inTransaction } from '@lyceum/core/server';
import type { ItemResponse, SavedResponse } from '../../../contract/attempts.ts';
import { examProblems } from '../../../contract/problems.ts';
import type { PastSitting } from '../../../contract/service.ts';
import { deadlineOf, wholeTimeSec } from '../../../domain/attempt/time-left.ts';
import { optionOrder, paperId, toPaperIds } from '../../../domain/paper/option-order.ts';
import { placesOf } from '../../../domain/paper/paper.ts';
import { type Attempt, ownAttempt } from '../records/attempt.ts';
import { moveToPast } from '../records/past-sitting.ts';
import { startFacts } from '../records/start.ts';
import { close } from './finish.ts';
import { type CompiledForm, publishedOf } from './forms.ts';
import { type CompiledItem, compiledItems } from './items.ts';
import { begin } from './start.ts';

function answerTo(item: CompiledItem, order: readonly string[], right: boolean): ItemResponse {
  const { key } = item.revision;
  if ('accepted' in key) return { text: right ? (key.accepted[0] ?? '') : '?' };
  if ('value' in key) return { number: String(right ? key.value : key.value + key.tolerance + 1) };
  if (right) return { selected: toPaperIds(key.correct, order) };
  const wrong = order.findIndex((id) => !key.correct.includes(id));
  return { selected: wrong < 0 ? [] : [paperId(wrong)] };
}

async function responsesTo(attempt: Attempt, form: CompiledForm, sitting: PastSitting): Promise<Record<string, SavedResponse>> {
  const places = placesOf(attempt.paper);
  const items = await compiledItems(places.map((place) => place.revisionId));
  const secondsSpent = Math.floor((sitting.endedAt.getTime() - sitting.startedAt.getTime()) / 1000 / places.length);
  return Object.fromEntries(
    places.map(({ item }, at) => {
      const compiled = items[at] as CompiledItem;
      const order = optionOrder(attempt.seed, item, compiled.options, form.definition.shuffleOptions);
      const right = sitting.isRight(item, compiled.revision.difficulty);
      return [String(item), { rev: 1, response: answerTo(compiled, order, right), flagged: false, secondsSpent }];
    }),
  );
}

/** Writes an attempt as if it had been sat then: drawn, answered and scored by the same code as a real one. For seeds. */
export async function addPastSitting(sitting: PastSitting): Promise<void> {
  const form = await publishedOf(sitting.examId);
  if (!form) return refuse(examProblems.notPublished);
  await inTransaction(async () => {
    const started = await begin(form, await startFacts(form.examId, sitting.learnerId), sitting.learnerId, randomUUID());
    const fresh = started && (await ownAttempt(started.attemptId, sitting.learnerId));
    if (!fresh) throw new Error('The learner has a running attempt at this exam');
    const deadlineAt = deadlineOf(sitting.startedAt, wholeTimeSec(form.definition), null);
    await moveToPast(fresh.id, { startedAt: sitting.startedAt, deadlineAt, responses: await responsesTo(fresh, form, sitting) });
    const moved = await ownAttempt(fresh.id, sitting.learnerId);
    if (!moved || !(await close({ ...moved, now: sitting.endedAt }, 'learner')))
      throw new Error('The sitting could not be scored');
  });
}
