import { type DocumentId, refuse } from '@lyceum/core/contract';
import { type Actor, announce, audit, inTransaction, staffOf } from '@lyceum/core/server';
import type { z } from 'zod';
import { examEvents } from '../../../contract/events.ts';
import { examProblems } from '../../../contract/problems.ts';
import type { AttemptRow, listAttempts } from '../../../contract/staff-attempts.ts';
import type { AttemptId } from '../../../contract/values.ts';
import { attemptsLeft } from '../../../domain/attempt/may-start.ts';
import { secondsLeft } from '../../../domain/attempt/time-left.ts';
import * as records from '../records/staff-attempt.ts';
import { startFacts } from '../records/start.ts';
import { draftOf } from './drafts.ts';
import { publishedOf } from './forms.ts';

type Query = z.output<NonNullable<typeof listAttempts.query>>;

export function toRow(row: records.StaffRow): z.input<typeof AttemptRow> {
  return {
    id: row.id as AttemptId,
    exam: { id: row.examId as DocumentId, title: row.examTitle },
    learner: { id: row.learnerId ?? 0, name: row.learnerName ?? '', email: row.learnerEmail ?? '' },
    number: row.number,
    state: row.state,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    secondsLeft: row.state === 'running' ? secondsLeft(row.deadlineAt, row.now) : null,
    percent: row.percent,
    passed: row.passed,
    closedBy: row.closedBy,
    pendingMarks: row.state === 'scored' ? row.pendingMarks : 0,
  };
}

/** Attempts of all learners as staff look for them [E-20]. */
export async function list(query: Query) {
  const page = await records.listAttempts(query);
  return { ...page, rows: page.rows.map(toRow) };
}

/** Moves one deadline. @throws Refusal `attemptNotFound`, `nothingToExtend` when untimed, `attemptClosed` when it ended */
export async function addTime(attemptId: string, { seconds, reason }: { seconds: number; reason: string }, actor: Actor) {
  const { id: staffId } = staffOf(actor);
  return inTransaction(async (tx) => {
    const before = await records.staffAttempt(attemptId);
    if (!before) return refuse(examProblems.attemptNotFound);
    const moved = await records.addTime(tx, attemptId, seconds);
    if (!moved)
      return refuse(before.state === 'running' && !before.deadlineAt ? examProblems.nothingToExtend : examProblems.attemptClosed);
    const { examId, learnerId, deadlineAt, now } = moved;
    await records.insertGrant(tx, {
      examId,
      learnerId,
      attemptId,
      kind: 'time',
      amount: seconds,
      reason,
      by: `staff:${staffId}`,
    });
    const ids = { attemptId: attemptId as AttemptId, examId: examId as DocumentId, learnerId };
    await announce(tx, examEvents.attemptExtended, { ...ids, seconds });
    const change = { before: { deadlineAt: before.deadlineAt }, after: { deadlineAt, reason } };
    await audit(tx, { actor, action: 'exams.addTime', object: `attempt:${attemptId}`, ...change });
    return { deadlineAt: deadlineAt.toISOString(), secondsLeft: secondsLeft(deadlineAt, now) ?? 0 };
  });
}

type Grant = { learner: { id: number } | { email: string }; attempts: number; reason: string };

/** Gives one learner further attempts; a cool-down that began earlier is over with it. */
export async function addAttempts(examId: string, grant: Grant, actor: Actor) {
  const { id: staffId } = staffOf(actor);
  return inTransaction(async (tx) => {
    const draft = await draftOf(examId);
    if (!draft) return refuse(examProblems.examNotFound);
    const learnerId = await records.findLearner(grant.learner);
    if (learnerId === null) return refuse(examProblems.learnerNotFound);
    const { attempts, reason } = grant;
    await records.insertGrant(tx, {
      examId,
      learnerId,
      attemptId: null,
      kind: 'attempts',
      amount: attempts,
      reason,
      by: `staff:${staffId}`,
    });
    await announce(tx, examEvents.attemptsGranted, { examId: examId as DocumentId, learnerId, attempts });
    await audit(tx, { actor, action: 'exams.addAttempts', object: `exam:${examId}`, after: { learnerId, attempts, reason } });
    const facts = await startFacts(examId, learnerId);
    const allowed = ((await publishedOf(examId))?.definition ?? draft.exam).attemptsAllowed;
    return { attemptsLeft: attemptsLeft(allowed, facts.attemptsUsed, facts.attemptsAdded) };
  });
}

/** Voids an attempt for good; doing it twice changes nothing. */
export async function voidAttempt(attemptId: string, reason: string, actor: Actor) {
  staffOf(actor);
  return inTransaction(async (tx) => {
    const before = await records.staffAttempt(attemptId);
    if (!before) return refuse(examProblems.attemptNotFound);
    const voided = await records.voidAttempt(tx, attemptId, reason);
    if (voided) {
      const { examId, learnerId } = voided;
      if (learnerId !== null) {
        await announce(tx, examEvents.attemptVoided, {
          attemptId: attemptId as AttemptId,
          examId: examId as DocumentId,
          learnerId,
        });
      }
      const change = { before: { state: before.state, percent: before.percent }, after: { state: 'voided', reason } };
      await audit(tx, { actor, action: 'exams.voidAttempt', object: `attempt:${attemptId}`, ...change });
    }
    return { state: 'voided' as const };
  });
}
