import { refuse } from '@lyceum/core/contract';
import { clock, secret } from '@lyceum/core/server';
import { TICKET_HEADER } from '../../../contract/attempts.ts';
import { examProblems } from '../../../contract/problems.ts';
import { checkTicket, signTicket, type TicketClaims, ticketEnd } from '../../../domain/ticket/ticket.ts';

const key = () => secret('attempt-ticket');

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A ticket for the device that holds the attempt. */
export function ticketFor(attempt: {
  id: string;
  learnerId: number;
  deviceId: string;
  deadlineAt: Date | null;
  graceSec: number;
}): string {
  const now = clock.now();
  return signTicket(key(), {
    attemptId: attempt.id,
    learnerId: attempt.learnerId,
    deviceId: attempt.deviceId,
    issuedAt: Math.floor(now.getTime() / 1000),
    expiresAt: ticketEnd(attempt.deadlineAt, attempt.graceSec, now),
  });
}

/** The ticket of a request, or null when it carries none. @throws Refusal `ticketInvalid` when it is not for this attempt */
export function ticketOf(headers: Headers, attemptId: string): (TicketClaims & { expired: boolean }) | null {
  const header = headers[TICKET_HEADER.toLowerCase()];
  if (typeof header !== 'string' || header === '') return null;
  const check = checkTicket(key(), header, clock.now());
  if (!check.valid || check.claims.attemptId !== attemptId) return refuse(examProblems.ticketInvalid);
  return { ...check.claims, expired: check.expired };
}
