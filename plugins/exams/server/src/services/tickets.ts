import { createSecretKey, type KeyObject } from 'node:crypto';
import { refuse } from '@lyceum/core/contract';
import { clock, secret } from '@lyceum/core/server';
import { TICKET_HEADER } from '../../../contract/attempts.ts';
import { examProblems } from '../../../contract/problems.ts';
import { checkTicket, signTicket, type TicketClaims, ticketEnd } from '../../../domain/ticket/ticket.ts';

let prepared: KeyObject | undefined;

function key(): KeyObject {
  prepared ??= createSecretKey(secret('attempt-ticket'));
  return prepared;
}

/** A ticket that a call brought along, with what it says. */
export type Ticket = TicketClaims & { readonly expired: boolean; readonly text: string };

/** A ticket of an untimed attempt is renewed when it is older than this. */
const RENEW_SEC = 600;

/** The ticket to go on with: the one that came while it ends when a new one would, else a new one. */
export function renewedTicket(ticket: Ticket, attempt: { deadlineAt: Date | null; graceSec: number }): string {
  const end = ticketEnd(attempt.deadlineAt, attempt.graceSec, clock.now());
  const isSame = attempt.deadlineAt ? end === ticket.expiresAt : end - ticket.expiresAt < RENEW_SEC;
  return isSame ? ticket.text : ticketFor({ ...ticket, ...attempt, id: ticket.attemptId });
}

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
export function ticketOf(headers: Headers, attemptId: string): Ticket | null {
  const header = headers[TICKET_HEADER.toLowerCase()];
  if (typeof header !== 'string' || header === '') return null;
  const check = checkTicket(key(), header, clock.now());
  if (!check.valid || check.claims.attemptId !== attemptId) return refuse(examProblems.ticketInvalid);
  return { ...check.claims, expired: check.expired, text: header };
}
