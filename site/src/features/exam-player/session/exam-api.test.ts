import { ApiProblem } from '@lyceum/core/client';
import { describe, expect, it } from 'vitest';
import { refusalOf } from './exam-api.ts';

const problem = (code: string, status: number) => new ApiProblem({ type: 'about:blank', title: '', code, status });

describe('what follows from a refusal', () => {
  it('is told by its code', () => {
    expect(refusalOf(problem('exams/attempt-elsewhere', 409))).toBe('elsewhere');
    expect(refusalOf(problem('exams/ticket-expired', 401))).toBe('ticketExpired');
    expect(refusalOf(problem('exams/attempt-expired', 409))).toBe('closed');
    for (const code of ['core/not-signed-in', 'platform/session-ended']) expect(refusalOf(problem(code, 401))).toBe('signedOut');
  });

  it('is another try where the answer never came or the server is in trouble', () => {
    for (const status of [0, 408, 429, 500, 502, 503, 504])
      expect(refusalOf(problem('any/other', status)), String(status)).toBe('unreachable');
    expect(refusalOf(new TypeError('network'))).toBe('unreachable');
  });

  it('is no other try where the call itself is wrong', () => {
    for (const status of [400, 403, 413, 422])
      expect(refusalOf(problem('core/invalid-request', status)), String(status)).toBe('refused');
  });
});
