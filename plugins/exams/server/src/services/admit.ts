import { refuse } from '@lyceum/core/contract';
import { examProblems } from '../../../contract/problems.ts';
import { isOver } from '../../../domain/attempt/time-left.ts';
import type { Attempt } from '../records/attempt.ts';
import type { Ticket } from './tickets.ts';

/** A running attempt is ended, and recorded for, by the device that holds it or by the session of its learner. */
export function admit(attempt: Attempt, ticket: Ticket | null): void {
  if (attempt.blocked) refuse(examProblems.ticketInvalid);
  if (!ticket || isOver(attempt.deadlineAt, attempt.graceSec, attempt.now)) return;
  if (ticket.deviceId !== attempt.deviceId) refuse(examProblems.attemptElsewhere);
  if (ticket.expired) refuse(examProblems.ticketExpired);
}
