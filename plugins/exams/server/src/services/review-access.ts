import { refuse } from '@lyceum/core/contract';
import { examProblems } from '../../../contract/problems.ts';
import { type Attempt, ownAttempt } from '../records/attempt.ts';
import { finishOverdue } from './finish.ts';
import type { CompiledForm } from './forms.ts';
import { reviewOf, rulesOf } from './result.ts';

async function ended(attemptId: string, learnerId: number): Promise<Attempt> {
  let attempt = await ownAttempt(attemptId, learnerId);
  if (attempt?.state === 'running') {
    if (!attempt.deadlineAt || attempt.now <= attempt.deadlineAt) return refuse(examProblems.attemptRunning);
    await finishOverdue(attemptId, learnerId);
    attempt = await ownAttempt(attemptId, learnerId);
  }
  if (!attempt) return refuse(examProblems.attemptNotFound);
  return attempt.state === 'scored' ? attempt : refuse(examProblems.attemptRunning);
}

/**
 * An own attempt whose right answers may be shown now, with the form it began with and the exam as published [E-22, A3].
 * @throws Refusal `reviewNotAllowed`, `attemptRunning`, `attemptNotFound`
 */
export async function reviewed(
  attemptId: string,
  learnerId: number,
): Promise<{ attempt: Attempt; form: CompiledForm; shown: CompiledForm }> {
  const attempt = await ended(attemptId, learnerId);
  const { form, shown } = await rulesOf(attempt);
  const access = reviewOf(attempt, shown);
  if (access.allowed) return { attempt, form, shown };
  const from = access.because === 'beforeClosing' ? (access.from?.toISOString() ?? null) : null;
  return refuse(examProblems.reviewNotAllowed, { params: { because: access.because, from } });
}
