import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemChange } from '../../contract/responses.ts';
import { maySave, merge, notTaken, type SaveTarget } from './save.ts';
import { SAVE_CASES, type SaveCase } from './save-cases.ts';

const NOW = new Date('2026-05-01T12:00:00Z');
const from = (seconds: number | null) => (seconds === null ? null : new Date(NOW.getTime() + seconds * 1000));

const targetOf = (one: SaveCase): SaveTarget => ({
  state: one.state,
  deviceId: one.here ? 'this' : 'other',
  deadlineAt: from(one.deadlineIn),
  graceSec: one.graceSec,
  sectionEndsAt: from(one.sectionEndsIn),
  openFirst: one.open[0],
  openLast: one.open[1],
  responses: one.held,
  blocked: one.blocked,
});

const revsOf = (responses: Record<string, { rev: number }>) =>
  Object.fromEntries(Object.entries(responses).map(([item, { rev }]) => [item, rev]));

describe('saving answers', () => {
  it.each(SAVE_CASES)('$name', (one) => {
    const target = targetOf(one);
    const answer = maySave(target, { deviceId: 'this', ticketExpired: one.ticketExpired }, NOW);
    expect(answer).toBe(one.answer);
    expect(revsOf(answer === 'saved' ? merge(target, one.changes, NOW) : target.responses)).toEqual(one.revs);
  });

  it('ends at the highest revision of each item in whatever order and however often calls arrive [R8]', () => {
    const calls = fc.array(fc.record({ item: fc.integer({ min: 1, max: 4 }), rev: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(calls, (list) => {
        const [first] = SAVE_CASES;
        if (!first) throw new Error('no cases');
        let target: SaveTarget = { ...targetOf(first), responses: {} };
        for (const { item, rev } of list) {
          const change: ItemChange = { item, rev, response: { text: `${item}.${rev}` }, flagged: false, secondsSpent: 0 };
          target = { ...target, responses: merge(target, [change], NOW) };
        }
        for (const item of [1, 2, 3, 4]) {
          const revs = list.filter((one) => one.item === item).map((one) => one.rev);
          const best = revs.length > 0 ? Math.max(...revs) : undefined;
          expect(target.responses[item]?.rev).toBe(best);
          if (best !== undefined) expect(target.responses[item]?.response).toEqual({ text: `${item}.${best}` });
        }
      }),
    );
  });

  it('names the items that were not taken, and not those the server holds newer', () => {
    expect(
      notTaken(
        [
          { item: 1, rev: 3 },
          { item: 2, rev: 1 },
          { item: 3, rev: 1 },
        ],
        { '1': 3, '2': 0, '3': 9 },
      ),
    ).toEqual([2]);
  });
});
