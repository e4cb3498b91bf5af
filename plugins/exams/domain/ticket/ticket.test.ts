import { describe, expect, it } from 'vitest';
import { checkTicket, signTicket, TICKET_EVIDENCE_SEC, ticketEnd } from './ticket.ts';

const key = Buffer.alloc(32, 1);
const claims = {
  attemptId: '01999999-0000-7000-8000-000000000001',
  learnerId: 7,
  deviceId: '01999999-0000-4000-8000-000000000002',
  issuedAt: 1_000_000,
  expiresAt: 1_003_600,
};
const ticket = signTicket(key, claims);
const at = (seconds: number) => new Date(seconds * 1000);

describe('ticket of an attempt', () => {
  it('is read back as it was written', () => {
    expect(checkTicket(key, ticket, at(1_000_001))).toEqual({ valid: true, expired: false, claims });
  });

  it('expires one second after its end and not before [T5]', () => {
    expect(checkTicket(key, ticket, at(1_003_599))).toMatchObject({ valid: true, expired: false });
    expect(checkTicket(key, ticket, at(1_003_600))).toMatchObject({ valid: true, expired: false });
    expect(checkTicket(key, ticket, at(1_003_601))).toMatchObject({ valid: true, expired: true });
  });

  it('proves who sends late answers for a day and then nothing any more [E-12]', () => {
    expect(checkTicket(key, ticket, at(1_003_600 + TICKET_EVIDENCE_SEC))).toMatchObject({ valid: true, expired: true });
    expect(checkTicket(key, ticket, at(1_003_601 + TICKET_EVIDENCE_SEC))).toEqual({ valid: false, because: 'tooOld' });
  });

  it('may come from a clock 60 s ahead and not further [T5]', () => {
    expect(checkTicket(key, ticket, at(999_940))).toMatchObject({ valid: true });
    expect(checkTicket(key, ticket, at(999_939))).toEqual({ valid: false, because: 'fromFuture' });
  });

  it('is refused when any part of it was changed or signed with another key [A6]', () => {
    const now = at(1_000_001);
    const parts = ticket.split('.');
    for (const [place, other] of [
      [0, '01999999-0000-7000-8000-000000000009'],
      [1, '8'],
      [2, '01999999-0000-4000-8000-000000000009'],
      [3, '999999'],
      [4, '9999999'],
      [5, 'AAAA'],
    ] as const) {
      expect(checkTicket(key, parts.with(place, other).join('.'), now)).toEqual({ valid: false, because: 'forged' });
    }
    expect(checkTicket(key, signTicket(Buffer.alloc(32, 2), claims), now)).toEqual({ valid: false, because: 'forged' });
  });

  it.each(['', 'x', '.....', `${ticket}.x`, 'a'.repeat(10_000), 'eyJhbGciOiJub25lIn0.e30.'])(
    'is refused when malformed: %s',
    (text) => {
      expect(checkTicket(key, text, at(1_000_001))).toEqual({ valid: false, because: 'malformed' });
    },
  );

  it('lives to deadline, grace and a minute, or a day when untimed', () => {
    expect(ticketEnd(at(2_000), 10, at(1_000))).toBe(2_070);
    expect(ticketEnd(null, 10, at(1_000))).toBe(87_400);
  });
});
