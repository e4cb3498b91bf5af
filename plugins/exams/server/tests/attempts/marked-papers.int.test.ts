import { type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { getReview, listAttempts, listOwnAttempts, type ReviewItem } from '../../../contract/index.ts';
import { byShares, codeOf, markingRoom } from '../marking.ts';
import { eventsOf, examOf, oneOfEach, result, save, sit, submit } from '../room.ts';

let kit: TestKit;
let room: Awaited<ReturnType<typeof markingRoom>>;
beforeAll(async () => {
  kit = await testKit();
  room = await markingRoom(kit);
});

describe('a paper with answers marked by hand [Q-02]', () => {
  it('is handed in at once, with the score of the others called provisional and nothing passed', async () => {
    const at = await room.handedIn();
    const { body } = await result(kit, at);
    expect(body).toMatchObject({ state: 'scored', pendingMarks: 2, passed: null, answered: 3 });
    expect(body.score).toEqual({ points: 1, pointsMax: 1, percent: 100 });
    const own = await kit.call<{ rows: object[] }>(listOwnAttempts, { as: at.learner });
    expect(own.body.rows).toMatchObject([{ percent: null, passed: null, pendingMarks: 2 }]);
    expect(await eventsOf(at.attemptId, 'exams.attemptSubmitted')).toBe(1);
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(0);
  });

  it('shows no score, and no zero, while every answer waits', async () => {
    const { slug: written } = await examOf(kit, await oneOfEach(['long-text']));
    const at = await sit(kit, written);
    await save(kit, at, [{ item: 1, rev: 1, response: { longText: 'All of it' } }]);
    expect((await submit(kit, at)).body).toMatchObject({ state: 'scored', pendingMarks: 1, score: null, passed: null });
  });

  it('waits for nothing where nothing was written', async () => {
    const at = await room.handedIn([' ', '']);
    const { body } = await result(kit, at);
    expect(body).toMatchObject({ pendingMarks: 0, passed: false, score: { points: 1, pointsMax: 9 } });
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(1);
    expect(codeOf(await room.mark(at, 2, byShares(1, 1)))).toBe('exams/nothing-to-mark');
  });
});

describe('what a marker and a learner see', () => {
  it('lists the attempts that wait for marking', async () => {
    const at = await room.handedIn();
    const ids = async (waiting: string) =>
      (
        await kit.call<{ rows: { id: string; pendingMarks: number }[] }>(listAttempts, {
          query: { waiting, search: at.learner.email },
          as: room.marker,
        })
      ).body.rows;
    expect(await ids('true')).toMatchObject([{ id: at.attemptId, pendingMarks: 2 }]);
    expect(await ids('false')).toEqual([]);
    await room.mark(at, 2, { points: 1 });
    await room.mark(at, 3, { points: 1 });
    expect(await ids('true')).toEqual([]);
    expect(await ids('false')).toHaveLength(1);
  });

  it('shows the marker the text, the rubric and the model answer beside the mark', async () => {
    const at = await room.handedIn();
    await room.mark(at, 2, byShares(0.5, 1), { comment: 'Good.' });
    const { items } = await room.detail(at);
    expect(items[0]?.marking).toBeNull();
    expect(items[1]?.marking).toMatchObject({
      longText: 'First text of mine',
      recording: null,
      rubric: [
        { id: '1', weight: 3 },
        { id: '2', weight: 1 },
      ],
      mark: { ratio: 0.625, comment: 'Good.' },
    });
    expect(items[1]?.marking?.modelAnswerHtml).toContain('<p>');
    expect(items.map((item) => item.ratio)).toEqual([1, 0.625, null]);
  });

  it('shows the learner comment and shares in the review', async () => {
    const at = await room.handedIn();
    await room.mark(at, 2, byShares(1, 0.5), { comment: 'Mind the **ending**.' });
    const { body } = await kit.call<{ items: ReviewItem[] }>(getReview, { params: { attemptId: at.attemptId }, as: at.learner });
    expect(body.items[1]).toMatchObject({
      ratio: 0.875,
      pointsEarned: 3.5,
      isWaiting: false,
      mark: {
        comment: 'Mind the **ending**.',
        criteria: [
          { id: '1', share: 1 },
          { id: '2', share: 0.5 },
        ],
      },
    });
    expect(body.items[2]).toMatchObject({ ratio: null, isWaiting: true, mark: null });
  });
});
