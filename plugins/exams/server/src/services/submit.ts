import { isRefusal, refuse } from '@lyceum/core/contract';

import type { SaveBody } from '../../../contract/attempts.ts';
import { examProblems } from '../../../contract/problems.ts';
import type { AttemptResult } from '../../../contract/results.ts';
import { admit } from './admit.ts';
import { finish } from './finish.ts';
import { toResult } from './result.ts';
import { save } from './save.ts';
import type { Ticket } from './tickets.ts';

/** Came too late to count; a submit goes on to the result all the same. */
const TOO_LATE: readonly string[] = [examProblems.attemptClosed.code, examProblems.attemptExpired.code];

async function saveLast(attemptId: string, last: SaveBody | undefined, ticket: Ticket | null): Promise<number[]> {
  if (!last) return [];
  try {
    return (await save(attemptId, last, ticket)).closedItems;
  } catch (error) {
    if (isRefusal(error) && TOO_LATE.includes(error.problem.code)) return last.changes.map((change) => change.item);
    throw error;
  }
}

/**
 * Ends and scores an attempt. A repeated call returns the stored result and has no further effect [E-15, C3, R6].
 * The ticket names the learner; without one the session does, and then no last changes can come along.
 */
export async function submit(
  attemptId: string,
  last: SaveBody | undefined,
  who: { ticket: Ticket | null; learnerId: number | null },
): Promise<AttemptResult & { notCounted: number[] }> {
  const learnerId = who.ticket?.learnerId ?? who.learnerId;
  if (learnerId === null) return refuse(examProblems.ticketInvalid);
  const notCounted = await saveLast(attemptId, last, who.ticket);
  const done = await finish(attemptId, learnerId, 'learner', (attempt) => admit(attempt, who.ticket));
  if (!done) return refuse(examProblems.attemptNotFound);
  return { ...(await toResult(done)), notCounted };
}
