import { describe, expect, it } from 'vitest';
import { REUSE_GRACE_MS, rotate } from './rotate.ts';

const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms);
const state = { generation: 5, rotatedAt: at(0), expiresAt: at(3_600_000), endedAt: null };

describe('rotation of refresh tokens', () => {
  it('makes the next token when the newest one comes [X-02]', () => {
    expect(rotate(state, 5, at(900_000))).toEqual({ outcome: 'rotate', generation: 6 });
  });

  it('gives the same successor to a second tab up to and at 30 s [X-02]', () => {
    expect(rotate(state, 4, at(1))).toEqual({ outcome: 'repeat', generation: 5 });
    expect(rotate(state, 4, at(REUSE_GRACE_MS))).toEqual({ outcome: 'repeat', generation: 5 });
  });

  it('ends the family when a used token comes after 30 s [A6]', () => {
    expect(rotate(state, 4, at(REUSE_GRACE_MS + 1))).toEqual({ outcome: 'reuse' });
  });

  it('ends the family at once for a token two renewals old [A6]', () => {
    expect(rotate(state, 3, at(1))).toEqual({ outcome: 'reuse' });
  });

  it('treats a generation that was never given as reuse [A6]', () => {
    expect(rotate(state, 6, at(1))).toEqual({ outcome: 'reuse' });
  });

  it('does nothing for a session that ended or ran out', () => {
    expect(rotate({ ...state, endedAt: at(1) }, 5, at(2))).toEqual({ outcome: 'ended' });
    expect(rotate(state, 5, at(3_600_000))).toEqual({ outcome: 'ended' });
    expect(rotate(state, 5, at(3_599_999))).toEqual({ outcome: 'rotate', generation: 6 });
  });
});
