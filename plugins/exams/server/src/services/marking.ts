import { type FieldError, refuse } from '@lyceum/core/contract';
import { type Actor, announce, audit, inTransaction, staffOf, type Tx } from '@lyceum/core/server';
import { rulesOf } from '@lyceum/questions/scoring';
import { examEvents } from '../../../contract/events.ts';
import type { Mark, MarkInput, Marking } from '../../../contract/marks.ts';
import { examProblems } from '../../../contract/problems.ts';
import { placesOf } from '../../../domain/paper/paper.ts';
import { markRatio } from '../../../domain/scoring/mark-ratio.ts';
import type { Attempt } from '../records/attempt.ts';
import { idsOf, lockAttempt, scoredFact } from '../records/finish.ts';
import { type MarkRow, marksOf, putMark, rescore } from '../records/mark.ts';
import { passedOf, scoreAttempt, storedResult } from './finish.ts';
import { type CompiledForm, formOf } from './forms.ts';
import { type CompiledItem, compiledItems } from './items.ts';
import { mailMarked } from './marked-mail.ts';

const criteriaOf = ({ revision: { key } }: CompiledItem) => ('rubric' in key ? key.rubric : []);

/** What a marker looks at, rendered; empty for items that a machine scores. */
export const rubricOf = (compiled: CompiledItem): Marking['rubric'] =>
  criteriaOf(compiled).map(({ id, title, description, weight }) => ({
    id,
    title,
    descriptionHtml: compiled.render.block(description),
    weight,
  }));

export const toMark = ({ ratio, points, criteria, comment, markedAt }: MarkRow): Mark => ({
  ratio,
  points,
  criteria,
  comment,
  markedAt: markedAt.toISOString(),
});

/** An ended attempt, locked, so that two markers come one after the other. */
async function toBeMarked(tx: Tx, attemptId: string): Promise<Attempt> {
  const attempt = await lockAttempt(tx, attemptId);
  if (!attempt) return refuse(examProblems.attemptNotFound);
  if (attempt.state === 'running') return refuse(examProblems.attemptRunning);
  return attempt.state === 'scored' ? attempt : refuse(examProblems.attemptClosed);
}

/** The item as its learner left it, when a person marks it and something was given. */
async function answered(attempt: Attempt, item: number): Promise<CompiledItem> {
  const place = placesOf(attempt.paper)[item - 1];
  if (!place) return refuse(examProblems.itemNotFound);
  const [compiled] = await compiledItems([place.revisionId]);
  if (!compiled) return refuse(examProblems.itemNotFound);
  const given = attempt.responses[item]?.response ?? null;
  const isEmpty = rulesOf(compiled.revision.content.type).isEmpty(given);
  return compiled.isMarked && !isEmpty ? compiled : refuse(examProblems.nothingToMark);
}

const FIELDS: Record<'criteriaDiffer' | 'pointsTooHigh', FieldError> = {
  criteriaDiffer: { path: 'body.given.criteria', message: 'needs a share for each criterion of the rubric, once' },
  pointsTooHigh: { path: 'body.given.points', message: 'is above the points of the question' },
};

function ratioOf(given: MarkInput['given'], compiled: CompiledItem): number {
  const answer = markRatio(given, criteriaOf(compiled), compiled.revision.points);
  return answer.ok ? answer.ratio : refuse(examProblems.markIncomplete, { errors: [FIELDS[answer.because]] });
}

/** Scores the attempt anew with all marks there are, and tells who listens and the learner when none is missing. */
async function settle(tx: Tx, attempt: Attempt, form: CompiledForm) {
  const marks = new Map((await marksOf(attempt.id)).map((mark) => [mark.item, mark.ratio]));
  const score = await scoreAttempt(attempt, form, marks);
  const { points, pointsMax, percent, pending: pendingMarks } = score;
  const outcome = { points, pointsMax, percent, passed: passedOf(score, form), result: storedResult(score) };
  await rescore(tx, attempt.id, { ...outcome, pendingMarks });
  const { passed } = outcome;
  if (pendingMarks > 0 || attempt.learnerId === null) return { pendingMarks, percent, passed };
  const isCorrection = attempt.pendingMarks === 0;
  await announce(tx, examEvents.attemptMarked, { ...idsOf(attempt), percent, passed, isCorrection });
  if (!isCorrection) {
    const endedAt = attempt.endedAt ?? attempt.now;
    await announce(tx, examEvents.attemptScored, scoredFact({ attempt, kind: form.definition.kind, endedAt, ...outcome }));
    await mailMarked(tx, attempt, form);
  }
  return { pendingMarks, percent, passed };
}

/**
 * Gives one item its mark and scores the attempt anew, in one transaction. A mark can be changed later: the score
 * follows, and the learner is told once only, when the last item was marked for the first time.
 */
export async function markItem(attemptId: string, item: number, input: MarkInput, actor: Actor) {
  const { id: staffId } = staffOf(actor);
  return inTransaction(async (tx) => {
    const attempt = await toBeMarked(tx, attemptId);
    const compiled = await answered(attempt, item);
    const before = (await marksOf(attemptId)).find((mark) => mark.item === item);
    if ((before?.markedAt.toISOString() ?? null) !== input.ifMarkedAt) refuse(examProblems.markedMeanwhile);
    const ratio = ratioOf(input.given, compiled);
    const mark = {
      item,
      ratio,
      points: 'points' in input.given ? input.given.points : ratio * compiled.revision.points,
      criteria: 'criteria' in input.given ? input.given.criteria : null,
      comment: input.comment === '' ? null : input.comment,
      markedBy: `staff:${staffId}`,
    };
    const markedAt = await putMark(tx, { attemptId, learnerId: attempt.learnerId, ...mark });
    const change = { ...(before ? { before: toMark(before) } : {}), after: { ...mark, markedAt } };
    await audit(tx, { actor, action: 'exams.markItem', object: `attempt:${attemptId}`, ...change });
    const score = await settle(tx, attempt, await formOf(attempt.formId, attempt.examId));
    return { mark: toMark({ ...mark, markedAt }), ...score };
  });
}
