import { refuse } from '@lyceum/core/contract';
import { log } from '@lyceum/core/server';
import { examProblems } from '../../../contract/problems.ts';
import type { AttemptResult } from '../../../contract/results.ts';
import type { AttemptId } from '../../../contract/values.ts';
import { attemptsLeft } from '../../../domain/attempt/may-start.ts';
import { mayReview, type ReviewAnswer } from '../../../domain/attempt/review.ts';
import { isOver, secondsUsed } from '../../../domain/attempt/time-left.ts';
import { type Attempt, type AttemptWithHistory, ownAttemptWithHistory } from '../records/attempt.ts';
import { finishOverdue } from './finish.ts';
import { type CompiledForm, formOf, publishedOf } from './forms.ts';

/**
 * What a learner may see is ruled by the exam as it is published now; how the attempt was scored is ruled by the form
 * it began with. An exam that is no longer published keeps the rules of that form.
 */
export async function rulesOf(attempt: Attempt): Promise<{ form: CompiledForm; shown: CompiledForm }> {
  const form = await formOf(attempt.formId, attempt.examId);
  return { form, shown: (await publishedOf(attempt.examId)) ?? form };
}

/** Whether the right answers of an attempt may be shown now. */
export function reviewOf(attempt: Attempt, shown: CompiledForm): ReviewAnswer {
  const { reviewPolicy, closesAt } = shown.definition;
  return mayReview(reviewPolicy, closesAt === null ? null : new Date(closesAt), attempt.now);
}

function stateOf(attempt: Attempt): AttemptResult['state'] {
  if (attempt.state !== 'running') return attempt.state;
  return isOver(attempt.deadlineAt, attempt.graceSec, attempt.now) ? 'pending' : 'running';
}

const answeredOf = (attempt: Attempt) =>
  attempt.result?.answered ?? Object.values(attempt.responses).filter((one) => one.response !== null).length;

/** The result page of an attempt as its learner may see it. */
export async function toResult(attempt: AttemptWithHistory): Promise<AttemptResult> {
  const { form, shown } = await rulesOf(attempt);
  const { definition } = form;
  const { scoreVisible } = shown.definition;
  const review = reviewOf(attempt, shown);
  const { points, pointsMax, percent } = attempt;
  const scored = attempt.state === 'scored' && scoreVisible && points !== null && pointsMax !== null && percent !== null;
  const pendingMarks = attempt.state === 'scored' ? attempt.pendingMarks : 0;
  // While every item waits to be marked there is nothing to show, not a zero.
  const allWait = pendingMarks === attempt.itemCount;
  const titles = new Map(definition.sections.map((section) => [section.id, section.title]));
  return {
    attemptId: attempt.id as AttemptId,
    number: attempt.number,
    exam: { title: definition.title, slug: shown.definition.slug },
    state: stateOf(attempt),
    startedAt: attempt.startedAt.toISOString(),
    endedAt: attempt.endedAt?.toISOString() ?? null,
    closedBy: attempt.closedBy,
    pendingMarks,
    score: scored && !allWait ? { points, pointsMax, percent } : null,
    passed: scored ? attempt.passed : null,
    passMark: definition.passMark,
    topics: scored ? (attempt.result?.topics ?? []) : null,
    sections: scored
      ? (attempt.result?.sections ?? []).map((section) => ({ ...section, title: titles.get(section.id) ?? '' }))
      : null,
    scoreVisible,
    answered: answeredOf(attempt),
    itemCount: attempt.itemCount,
    secondsUsed: secondsUsed(attempt.startedAt, attempt.endedAt ?? attempt.now),
    review: review.allowed
      ? { allowed: attempt.state === 'scored', because: null, from: null }
      : {
          allowed: false,
          because: review.because,
          from: review.because === 'beforeClosing' ? (review.from?.toISOString() ?? null) : null,
        },
    earlier: attempt.earlier.slice(0, 20).map((one) => ({
      attemptId: one.id as AttemptId,
      number: one.number,
      endedAt: new Date(one.endedAt).toISOString(),
      percent: scoreVisible && one.pendingMarks === 0 ? one.percent : null,
      passed: scoreVisible ? one.passed : null,
      pendingMarks: one.pendingMarks,
    })),
    attemptsLeft: attemptsLeft(shown.definition.attemptsAllowed, attempt.attemptsUsed, attempt.attemptsAdded),
  };
}

/** The result of an own attempt; an overdue one is closed first. @throws Refusal `attemptNotFound` */
export async function result(attemptId: string, learnerId: number): Promise<AttemptResult> {
  const attempt = await ownAttemptWithHistory(attemptId, learnerId);
  if (!attempt) return refuse(examProblems.attemptNotFound);
  if (stateOf(attempt) !== 'pending') return toResult(attempt);
  try {
    return toResult((await finishOverdue(attemptId, learnerId)) ?? attempt);
  } catch (error) {
    // A paper that cannot be scored just now stays pending for its learner and is tried again [E-16].
    log().error({ err: error, attemptId }, 'an overdue attempt could not be scored');
    return toResult(attempt);
  }
}
