import { db, sql } from '@lyceum/core/server';
import { type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { nextSection } from '../../../contract/index.ts';
import { ExamInput } from '../../../contract/staff-exams.ts';
import { exam, paper, publishQuestions, type Sitting, save, sit, submit, topic } from '../room.ts';

let kit: TestKit;
let slug: string;
beforeAll(async () => {
  kit = await testKit();
  const topicId = await topic(kit);
  await publishQuestions(topicId, 6);
  const rule = (id: string) => ({ id, topic: topicId, count: 2 });
  const sections = ExamInput.shape.sections.parse([
    { id: 'a', timeLimitSec: 60, rules: [rule('ra')] },
    { id: 'b', timeLimitSec: 120, rules: [rule('rb')] },
  ]);
  ({ slug } = await exam(kit, { timeLimitSec: null, sections }));
});

const states = async (at: Sitting) =>
  (await paper(kit, at)).body.sections.map((section) => [section.state, section.items.length]);
const next = (at: Sitting, from: string) =>
  kit.call(nextSection, { params: { attemptId: at.attemptId }, body: { from }, as: at.learner });

describe('sections with own time [E-03]', () => {
  it('open one after the other and take answers only while open', async () => {
    const at = await sit(kit, slug);
    expect(await states(at)).toEqual([
      ['open', 2],
      ['waiting', 0],
    ]);
    expect((await paper(kit, at)).body).toMatchObject({ openFrom: 1, openTo: 2 });
    expect(
      (
        await save(kit, at, [
          { item: 1, rev: 1 },
          { item: 3, rev: 1 },
        ])
      ).body.closedItems,
    ).toEqual([3]);
    expect((await next(at, 'a')).body).toMatchObject({ openFrom: 3, openTo: 4 });
    expect(await states(at)).toEqual([
      ['over', 0],
      ['open', 2],
    ]);
    expect(
      (
        await save(
          kit,
          at,
          [
            { item: 1, rev: 2 },
            { item: 3, rev: 1 },
          ],
          2,
          3,
        )
      ).body.closedItems,
    ).toEqual([1]);
  });

  it('are left once however often the button is pressed, and the last has no next', async () => {
    const at = await sit(kit, slug);
    const replies = await Promise.all([next(at, 'a'), next(at, 'a'), next(at, 'a')]);
    expect(replies.map((reply) => reply.body.openFrom)).toEqual([3, 3, 3]);
    expect(await next(at, 'b')).toMatchObject({ status: 409, body: { code: 'exams/section-not-last' } });
    expect((await submit(kit, at)).body).toMatchObject({ state: 'scored', itemCount: 4 });
  });

  it('run on while the device sleeps [T1]', async () => {
    const at = await sit(kit, slug);
    await db().run(
      sql`UPDATE activity.exams_attempts SET section_ends_at = now() - interval '20 seconds' WHERE id = ${at.attemptId}`,
    );
    expect((await save(kit, at, [{ item: 1, rev: 1 }])).body.closedItems).toEqual([1]);
    const { body } = await paper(kit, at);
    expect(body.sections.map((section) => section.state)).toEqual(['over', 'open']);
    expect(body.sectionSecondsLeft).toBeLessThanOrEqual(100);
    expect((await save(kit, at, [{ item: 3, rev: 1 }], 2, 3)).body.closedItems).toEqual([]);
  });
});
