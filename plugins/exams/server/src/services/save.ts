import { refuse } from '@lyceum/core/contract';
import type { SaveBody, SaveReply } from '../../../contract/attempts.ts';
import { examProblems } from '../../../contract/problems.ts';
import { notTaken } from '../../../domain/attempt/save.ts';
import { secondsLeft } from '../../../domain/attempt/time-left.ts';
import { type SaveOutcome, save as saveRow } from '../records/save.ts';
import { keepOutForeignRecordings } from './recordings.ts';
import { renewedTicket, type Ticket } from './tickets.ts';

/** Calls one attempt may make in ten seconds; a page makes at most four. */
const CALLS_MAX = 60;
const WINDOW_MS = 10_000;
let windowEnds = 0;
let calls = new Map<string, number>();

function countCall(attemptId: string): void {
  const now = Date.now();
  if (now >= windowEnds) {
    calls = new Map();
    windowEnds = now + WINDOW_MS;
  }
  const count = (calls.get(attemptId) ?? 0) + 1;
  calls.set(attemptId, count);
  if (count > CALLS_MAX) refuse(examProblems.tooManySaves, { params: { retryAfterSec: Math.ceil((windowEnds - now) / 1000) } });
}

/** Refuses what was not saved, in the order of `domain/attempt/save.ts`. */
function refuseUnsaved(outcome: SaveOutcome, ticket: Ticket): never {
  if (outcome.blocked) refuse(examProblems.ticketInvalid);
  if (outcome.state !== 'running') refuse(examProblems.attemptClosed);
  if (outcome.late) refuse(examProblems.attemptExpired);
  if (!outcome.here) refuse(examProblems.attemptElsewhere);
  if (ticket.expired) refuse(examProblems.ticketExpired);
  // The attempt ended between the statement's first look and its lock.
  return refuse(examProblems.attemptClosed);
}

/**
 * Saves changed answers and answers only after the commit.
 * @throws Refusal when nothing was saved; what came after the end was kept as late evidence [E-12]
 */
export async function save(attemptId: string, body: SaveBody, ticket: Ticket | null): Promise<SaveReply> {
  if (!ticket) return refuse(examProblems.ticketInvalid);
  countCall(attemptId);
  await keepOutForeignRecordings(attemptId, body.changes);
  const changes = Object.fromEntries(body.changes.map(({ item, ...change }) => [String(item), change]));
  const outcome = await saveRow({
    attemptId,
    learnerId: ticket.learnerId,
    deviceId: ticket.deviceId,
    ticketExpired: ticket.expired,
    deviceSeq: body.deviceSeq,
    position: body.position,
    changes,
  });
  if (!outcome) return refuse(examProblems.attemptNotFound);
  if (!outcome.saved) return refuseUnsaved(outcome, ticket);
  const revs = outcome.revs ?? {};
  return {
    savedAt: outcome.now.toISOString(),
    secondsLeft: secondsLeft(outcome.deadlineAt, outcome.now),
    sectionSecondsLeft: secondsLeft(outcome.sectionEndsAt, outcome.now),
    revs,
    closedItems: notTaken(body.changes, revs),
    ticket: renewedTicket(ticket, outcome),
  };
}
