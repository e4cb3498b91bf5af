import { refuse } from '@lyceum/core/contract';
import { examProblems } from '../../../contract/problems.ts';
import { type OpenSection, openNow } from '../../../domain/attempt/open-section.ts';
import { isOver } from '../../../domain/attempt/time-left.ts';
import { type Attempt, ownAttempt } from '../records/attempt.ts';
import { moveSection } from '../records/section.ts';
import { finishOverdue } from './finish.ts';
import type { CompiledForm } from './forms.ts';
import { spansWithTimes, storedOpen } from './spans.ts';

/** An own attempt that is running; an overdue one is closed on the way. @throws Refusal when missing or ended */
export async function running(attemptId: string, learnerId: number): Promise<Attempt> {
  const attempt = await ownAttempt(attemptId, learnerId);
  if (!attempt) return refuse(examProblems.attemptNotFound);
  if (attempt.state === 'running' && isOver(attempt.deadlineAt, attempt.graceSec, attempt.now)) {
    await finishOverdue(attemptId, learnerId);
    return refuse(examProblems.attemptClosed);
  }
  return attempt.state === 'running' ? attempt : refuse(examProblems.attemptClosed);
}

/** The section open now; the row follows when time ran out in the one it names. */
export async function openSection(attempt: Attempt, form: CompiledForm): Promise<OpenSection> {
  const stored = storedOpen(attempt);
  const open = openNow(spansWithTimes(form, attempt.paper), stored, attempt.now);
  if (open.index !== stored.index) await moveSection(attempt.id, attempt.learnerId, stored.index, open);
  return open;
}
