import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/index.ts';
import { exam, paper, publishQuestions, sit, submit, topic } from '../room.ts';

let kit: TestKit;
let as: Person;
beforeAll(async () => {
  kit = await testKit();
  as = await kit.staff();
});

let count = 0;
const input = (fields: object = {}) => ({ title: 'Builder exam', slug: `builder-${++count}-${Date.now()}`, ...fields });
const create = (fields: object = {}) => kit.call<contract.ExamDraft>(contract.createExam, { body: input(fields), as });
const publish = (examId: string) => kit.call<contract.ExamDraft>(contract.publishExam, { params: { examId }, as });
const check = (fields: object) => kit.call<contract.CheckReport>(contract.checkExam, { body: { exam: input(fields) }, as });
const envelope = (code: string) => ({ error: { name: code } });

describe('exams in the admin', () => {
  it('are created, changed and published, and tell what differs from the site [E-01, E-02]', async () => {
    const topicId = await topic(kit);
    await publishQuestions(topicId, 4);
    const sections = [{ id: 's', title: 'One', rules: [{ id: 'r', topic: topicId, count: 3 }] }];
    const created = await create({ sections, timeLimitSec: 600, passMark: { points: 2 }, opensAt: '2026-01-01T10:00:00.000Z' });
    expect(created).toMatchObject({
      status: 200,
      body: { status: 'draft', attempts: 0, exam: { passMark: { points: 2 }, timeLimitSec: 600 } },
    });
    const { id, exam: draft } = created.body;
    expect((await publish(id)).body).toMatchObject({ status: 'published' });
    const renamed = { ...draft, title: 'Renamed', passMark: null };
    const changed = await kit.call<contract.ExamDraft>(contract.updateExam, { params: { examId: id }, body: renamed, as });
    expect(changed.body).toMatchObject({ status: 'changed', exam: { title: 'Renamed', passMark: null } });
    const shown = await kit.call<contract.ExamDetail>(contract.getPublicExam, { params: { slug: draft.slug } });
    expect(shown.body).toMatchObject({ title: 'Builder exam', questionCount: 3, timeLimitSec: 600, passMark: { points: 2 } });
    expect((await publish(id)).body.status).toBe('published');
    expect((await kit.call(contract.getPublicExam, { params: { slug: draft.slug } })).body).toMatchObject({ title: 'Renamed' });
    const { rows } = (await kit.call<{ rows: contract.ExamRow[] }>(contract.listExams, { query: { search: draft.slug }, as }))
      .body;
    expect(rows).toMatchObject([{ id, title: 'Renamed', status: 'published', itemCount: 3 }]);
  });

  it('are not published without questions, or when the pool is too small [E-01]', async () => {
    const empty = await create();
    expect(await publish(empty.body.id)).toMatchObject({ status: 409, body: envelope('exams/exam-without-questions') });
    const topicId = await topic(kit);
    await publishQuestions(topicId, 2);
    const short = await create({ sections: [{ id: 's', rules: [{ id: 'r', topic: topicId, count: 3 }] }] });
    expect(await publish(short.body.id)).toMatchObject({ status: 409, body: envelope('exams/pool-too-small') });
    expect((await kit.call(contract.getExam, { params: { examId: short.body.id }, as })).body).toMatchObject({ status: 'draft' });
  });

  it('are checked before publishing: drawn counts per topic and difficulty and what is missing [E-03]', async () => {
    const topicId = await topic(kit, `Checked ${Date.now()}`);
    await publishQuestions(topicId, 2, { difficulty: 3, points: 1 });
    await publishQuestions(topicId, 1, { difficulty: 7, points: 4 });
    const rule = { id: 'r', topic: topicId, count: 3 };
    const fine = await check({ sections: [{ id: 's', rules: [rule] }] });
    expect(fine.body).toMatchObject({ publishable: true, itemCount: 3, pointsMin: 6, pointsMax: 6 });
    expect(fine.body.drawn.map(({ difficulty, count: drawn }) => [difficulty, drawn])).toEqual([
      [3, 2],
      [7, 1],
    ]);
    const overlapping = await check({
      sections: [{ id: 's', rules: [rule, { ...rule, id: 'hard', difficultyMin: 5, count: 1 }] }],
    });
    expect(overlapping.body.publishable).toBe(false);
    expect(overlapping.body.rules.reduce((sum, one) => sum + one.missing, 0)).toBe(1);
    const gone = await check({ passMark: { points: 99 }, sections: [{ id: 's', fixed: ['a'.repeat(24)], rules: [] }] });
    expect(
      gone.body.findings
        .filter((one) => one.blocking)
        .map((one) => one.code)
        .sort(),
    ).toEqual(['passMarkTooHigh', 'questionNotPublished']);
  });

  it('have one address each', async () => {
    const first = await create();
    const { slug } = first.body.exam;
    expect(await create({ slug })).toMatchObject({ status: 409, body: envelope('exams/slug-taken') });
    const proposed = await kit.call<{ slug: string }>(contract.proposeSlug, { query: { title: slug.replaceAll('-', ' ') }, as });
    expect(proposed.body.slug).toBe(`${slug}-2`);
  });

  it('can be taken from the site while running attempts go on', async () => {
    const { slug, examId } = await exam(kit);
    const at = await sit(kit, slug);
    const unpublished = await kit.call<contract.ExamDraft>(contract.unpublishExam, { params: { examId }, as });
    expect(unpublished.body).toMatchObject({ status: 'draft', attempts: 1 });
    expect((await kit.call(contract.getPublicExam, { params: { slug } })).status).toBe(404);
    expect((await paper(kit, at)).status).toBe(200);
    expect((await submit(kit, at)).body.state).toBe('scored');
    expect(await kit.call(contract.unpublishExam, { params: { examId }, as })).toMatchObject({
      body: envelope('exams/not-published'),
    });
    expect(await kit.call(contract.deleteExam, { params: { examId }, as })).toMatchObject({
      body: envelope('exams/exam-in-use'),
    });
  });

  it('can be deleted while nobody has attempted them', async () => {
    const { id } = (await create()).body;
    expect((await kit.call(contract.deleteExam, { params: { examId: id }, as })).body).toEqual({ deleted: true });
    expect((await kit.call(contract.getExam, { params: { examId: id }, as })).status).toBe(404);
  });

  it('are listed for visitors when public, and look missing when not', async () => {
    const shown = await exam(kit, { title: 'Seen by all' });
    const hidden = await exam(kit, { title: 'Seen by some', isPublic: false });
    const { rows } = (await kit.call<{ rows: { slug: string }[] }>(contract.listPublicExams, { query: { pageSize: 200 } })).body;
    const slugs = rows.map((row) => row.slug);
    expect(slugs).toContain(shown.slug);
    expect(slugs).not.toContain(hidden.slug);
    const [none, secret] = await Promise.all(
      ['no-such-exam', hidden.slug].map((slug) => kit.call(contract.getPublicExam, { params: { slug }, as: undefined })),
    );
    expect([secret?.status, secret?.body.code]).toEqual([none?.status, none?.body.code]);
  });

  it('leave an audit line for each change', async () => {
    const { id } = (await create()).body;
    const lines = await db().many<{ action: string; actor: string }>(
      sql`SELECT action, actor FROM activity.core_audit_log WHERE object = ${`exam:${id}`}`,
    );
    expect(lines).toMatchObject([{ action: 'exams.createExam', actor: expect.stringMatching(/^staff:/) }]);
  });

  it('are closed to staff without the right', async () => {
    const reader = await kit.staff(['plugin::exams.exams.read']);
    expect((await kit.call(contract.listExams, { as: reader })).status).toBe(200);
    expect((await kit.call(contract.createExam, { body: input(), as: reader })).status).toBe(403);
    expect((await kit.call(contract.listAttempts, { as: reader })).status).toBe(403);
    expect((await kit.call(contract.listExams)).status).toBe(401);
  });
});
