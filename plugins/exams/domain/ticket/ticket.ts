import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** What a ticket says: this device of this learner may save to this attempt. Times are seconds since 1970. */
export type TicketClaims = {
  readonly attemptId: string;
  readonly learnerId: number;
  readonly deviceId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
};

export type TicketCheck =
  | { readonly valid: true; readonly expired: boolean; readonly claims: TicketClaims }
  | { readonly valid: false; readonly because: 'malformed' | 'forged' | 'fromFuture' | 'tooOld' };

/** A ticket lives this long beyond deadline and grace, so that the last save is answered and not merely rejected. */
export const TICKET_EXTRA_SEC = 60;
/** Life of a ticket of an untimed attempt; each save renews it. */
export const TICKET_UNTIMED_SEC = 86_400;
/** Clocks of two cms processes may differ by this much. */
export const TICKET_LEEWAY_SEC = 60;
/** An expired ticket still proves who sends late answers for this long; it never saves [E-12]. */
export const TICKET_EVIDENCE_SEC = 86_400;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A KeyObject is prepared once and then four times as fast as bytes. */
export type TicketKey = KeyObject | Uint8Array;

const mac = (key: TicketKey, body: string) => createHmac('sha256', key).update(`exams.ticket.1\n${body}`).digest();

/** When a ticket given out now ends. */
export function ticketEnd(deadlineAt: Date | null, graceSec: number, now: Date): number {
  return deadlineAt
    ? Math.ceil(deadlineAt.getTime() / 1000) + graceSec + TICKET_EXTRA_SEC
    : Math.floor(now.getTime() / 1000) + TICKET_UNTIMED_SEC;
}

/** Writes a ticket. @param key 32 secret bytes */
export function signTicket(key: TicketKey, claims: TicketClaims): string {
  const body = [claims.attemptId, claims.learnerId, claims.deviceId, claims.issuedAt, claims.expiresAt].join('.');
  return `${body}.${mac(key, body).toString('base64url')}`;
}

/**
 * Reads a ticket and tells whether this server wrote it and whether it still counts. No algorithm is read from the
 * ticket itself, so there is none to swap [A6].
 */
export function checkTicket(key: TicketKey, ticket: string, now: Date): TicketCheck {
  const parts = ticket.length <= 300 ? ticket.split('.') : [];
  const [attemptId = '', learner = '', deviceId = '', issued = '', expires = '', signature = ''] = parts;
  if (parts.length !== 6 || !UUID.test(attemptId) || !UUID.test(deviceId)) return { valid: false, because: 'malformed' };
  const given = Buffer.from(signature, 'base64url');
  const right = mac(key, parts.slice(0, 5).join('.'));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { valid: false, because: 'forged' };
  const claims = { attemptId, learnerId: Number(learner), deviceId, issuedAt: Number(issued), expiresAt: Number(expires) };
  const nowSec = now.getTime() / 1000;
  if (claims.issuedAt > nowSec + TICKET_LEEWAY_SEC) return { valid: false, because: 'fromFuture' };
  if (nowSec > claims.expiresAt + TICKET_EVIDENCE_SEC) return { valid: false, because: 'tooOld' };
  return { valid: true, expired: nowSec > claims.expiresAt, claims };
}
