import { faultPoint, inTransaction, log } from '@lyceum/core/server';
import { rulesOf } from '@lyceum/questions/scoring';
import type { ClosedBy } from '../../../contract/values.ts';
import { isOver } from '../../../domain/attempt/time-left.ts';
import { placesOf } from '../../../domain/paper/paper.ts';
import { type ItemToScore, isPassed, type PaperScore, scorePaper } from '../../../domain/scoring/score-paper.ts';
import { type Attempt, type AttemptWithHistory, ownAttemptWithHistory } from '../records/attempt.ts';
import { claimOverdue, finish as finishRow, lockAttempt } from '../records/finish.ts';
import { type CompiledForm, formOf } from './forms.ts';
import { type CompiledItem, compiledItems } from './items.ts';
import { bankResponse } from './shown-item.ts';

/** Shares that people gave, by item. */
export type Marks = ReadonlyMap<number, number>;
const NO_MARKS: Marks = new Map();

/**
 * Scores an attempt from its stored responses, the key revisions of its paper and the marks people gave; pure but for
 * reading revisions. What somebody wrote or said waits until it is marked; what was left empty earns nothing at once.
 */
export async function scoreAttempt(attempt: Attempt, form: CompiledForm, marks: Marks = NO_MARKS) {
  const places = placesOf(attempt.paper);
  const items = await compiledItems(places.map((place) => place.revisionId));
  const toScore = places.map(({ item, sectionId }, at): ItemToScore => {
    const compiled = items[at] as CompiledItem;
    const { revision } = compiled;
    const rules = rulesOf(revision.content.type);
    const response = bankResponse(attempt, item, compiled, form.definition.shuffleOptions);
    const answered = !rules.isEmpty(response);
    const byMachine = () => rules.score(response, revision.key, { language: revision.language, content: revision.content });
    const byPerson = () => (answered ? (marks.get(item) ?? null) : 0);
    return {
      sectionId,
      topic: revision.topicId,
      topicName: revision.topicName,
      points: revision.points,
      ratio: compiled.isMarked ? byPerson() : byMachine(),
      answered,
      secondsSpent: attempt.responses[item]?.secondsSpent ?? 0,
    };
  });
  const weights = Object.fromEntries(form.definition.sections.map((section) => [section.id, section.weight]));
  return scorePaper(toScore, weights);
}

/** Nothing is passed or failed while items wait to be marked. */
export const passedOf = (score: PaperScore, form: CompiledForm): boolean | null =>
  score.pending > 0 ? null : isPassed(score, form.definition.passMark);

export const storedResult = ({ answered, ratios, topics, sections }: PaperScore) => ({ answered, ratios, topics, sections });

/** Scores and closes an attempt in one conditional update. Null when the attempt changed meanwhile. */
async function close<A extends Attempt>(attempt: A, byLearner: ClosedBy): Promise<A | null> {
  const form = await formOf(attempt.formId, attempt.examId);
  const score = await scoreAttempt(attempt, form);
  const over = isOver(attempt.deadlineAt, attempt.graceSec, attempt.now);
  const { points, pointsMax, percent } = score;
  const outcome = {
    closedBy: over ? ('deadline' as const) : byLearner,
    points,
    pointsMax,
    percent,
    pendingMarks: score.pending,
    passed: passedOf(score, form),
    result: storedResult(score),
    endedAt: over && attempt.deadlineAt ? attempt.deadlineAt : attempt.now,
  };
  const done = await finishRow({ attempt, kind: form.definition.kind, ...outcome });
  return done ? { ...attempt, ...outcome, state: 'scored' } : null;
}

/**
 * Ends an attempt of this learner, whoever else tries at the same moment, and returns it as it then is. Nothing
 * happens when it has ended; null when there is none. A save that slips in between is read and scored too; after
 * three turns the row is locked [R6].
 * @param admit may refuse to end an attempt that is running
 */
export async function finish(
  attemptId: string,
  learnerId: number,
  closedBy: ClosedBy,
  admit: (attempt: Attempt) => void = () => undefined,
): Promise<AttemptWithHistory | null> {
  for (let turn = 0; turn < 3; turn++) {
    const attempt = await ownAttemptWithHistory(attemptId, learnerId);
    if (attempt?.state !== 'running') return attempt;
    admit(attempt);
    const done = await close(attempt, closedBy);
    if (!done) continue;
    faultPoint('after-commit-before-reply');
    return done;
  }
  await inTransaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId);
    if (attempt?.state === 'running') await close(attempt, closedBy);
  });
  return ownAttemptWithHistory(attemptId, learnerId);
}

/** Ends an attempt whose time is over, on being read. */
export const finishOverdue = (attemptId: string, learnerId: number) => finish(attemptId, learnerId, 'deadline');

/**
 * Closes every overdue attempt, each in its own transaction; two workers never take the same one [C16].
 * One that cannot be scored stays as it is, so that its learner sees "pending" and never a zero [E-16].
 * @returns how many were closed
 */
export async function closeOverdue(signal: AbortSignal): Promise<number> {
  const failed: string[] = [];
  let closed = 0;
  while (!signal.aborted) {
    let claimed: string | null = null;
    try {
      const found = await inTransaction(async (tx) => {
        const attempt = await claimOverdue(tx, failed);
        claimed = attempt?.id ?? null;
        return attempt !== null && (await close(attempt, 'deadline')) !== null;
      });
      if (!found) break;
      closed += 1;
    } catch (error) {
      if (!claimed) throw error;
      failed.push(claimed);
      log().error({ err: error, attemptId: claimed }, 'an overdue attempt could not be scored');
    }
  }
  return closed;
}
