import { theStrapi } from '@lyceum/core/server';
import { type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { submitAttempt } from '../../../contract/index.ts';
import { ExamInput } from '../../../contract/staff-exams.ts';
import { ownAttempt } from '../../src/records/attempt.ts';
import { closeOverdue, scoreAttempt } from '../../src/services/finish.ts';
import { formOf } from '../../src/services/forms.ts';
import {
  deadlineIn,
  eventsOf,
  exam,
  optionShowing,
  paper,
  publishQuestion,
  result,
  type Sitting,
  save,
  saveBody,
  service,
  sit,
  stored,
  submit,
  type TestExam,
  topic,
} from '../room.ts';

let kit: TestKit;
let plain: TestExam;
beforeAll(async () => {
  kit = await testKit();
  plain = await exam(kit);
});

/** Answers so many items right and the others wrong. */
async function answer(at: Sitting, right: number): Promise<void> {
  const { body } = await paper(kit, at);
  const items = body.sections.flatMap((section) => section.items);
  const changes = items.map(({ item }) => ({
    item,
    rev: 1,
    response: { selected: [optionShowing(body, item, item <= right ? 'option a' : 'option b')] },
  }));
  expect((await save(kit, at, changes)).status).toBe(200);
}

describe('submitting an attempt', () => {
  it('answers with the score, the pass and topics [E-16, E-21]', async () => {
    const { slug } = await exam(kit, { passMark: { points: 3 } });
    const at = await sit(kit, slug);
    await answer(at, 3);
    const { status, body } = await submit(kit, at);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'scored', closedBy: 'learner', passed: true, answered: 5, itemCount: 5, notCounted: [] });
    expect(body.score).toEqual({ points: 3, pointsMax: 5, percent: 60 });
    expect(body.topics).toHaveLength(1);
    expect(body.topics?.[0]).toMatchObject({ items: 5, right: 3, percent: 60 });
    expect((await result(kit, at)).body).toEqual({ ...body, notCounted: undefined });
  });

  it('takes the last changes along', async () => {
    const at = await sit(kit, plain.slug);
    const { body: sheet } = await paper(kit, at);
    const last = saveBody([{ item: 1, rev: 1, response: { selected: [optionShowing(sheet, 1, 'option a')] } }]);
    expect((await submit(kit, at, { last })).body).toMatchObject({ score: { points: 1 }, answered: 1, notCounted: [] });
  });

  it('has one result of a hundred submits at once, and one of each fact [R6, E-15]', async () => {
    const at = await sit(kit, plain.slug);
    await answer(at, 2);
    const replies = await Promise.all(Array.from({ length: 100 }, () => submit(kit, at)));
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    expect(new Set(replies.map((reply) => JSON.stringify([reply.body.score, reply.body.endedAt]))).size).toBe(1);
    expect(await eventsOf(at.attemptId, 'exams.attemptSubmitted')).toBe(1);
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(1);
  });

  it('scores exactly what was acknowledged when saves race with it; a save after it is 409 [R6]', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const at = await sit(kit, plain.slug);
      const { body: sheet } = await paper(kit, at);
      const right = (item: number) => ({ selected: [optionShowing(sheet, item, 'option a')] });
      const calls = [1, 2, 3, 4, 5].map((item) => save(kit, at, [{ item, rev: 1, response: right(item) }], item));
      const [done, ...saves] = await Promise.all([submit(kit, at), ...calls]);
      const acknowledged = saves.filter((reply) => reply.status === 200).length;
      expect(done.body.score?.points).toBe(acknowledged);
      expect(saves.every((reply) => reply.status === 200 || reply.body.code === 'exams/attempt-closed')).toBe(true);
      expect((await save(kit, at, [{ item: 1, rev: 9 }], 9)).status).toBe(409);
    }
  });

  it('gives the same score whenever it is replayed from the stored responses', async () => {
    const at = await sit(kit, plain.slug);
    await answer(at, 4);
    await submit(kit, at);
    const attempt = await ownAttempt(at.attemptId, at.learner.id);
    if (!attempt) throw new Error('the attempt is gone');
    const score = await scoreAttempt(attempt, await formOf(attempt.formId, attempt.examId));
    expect({ points: score.points, percent: score.percent, topics: score.topics }).toEqual({
      points: attempt.points,
      percent: attempt.percent,
      topics: attempt.result?.topics,
    });
  });

  it('works by the session alone, and is refused to the tab that lost the attempt', async () => {
    const first = await sit(kit, plain.slug);
    const second = await sit(kit, plain.slug, first.learner);
    expect((await submit(kit, first)).body.code).toBe('exams/attempt-elsewhere');
    expect((await stored(second.attemptId)).state).toBe('running');
    const call = { params: { attemptId: second.attemptId }, body: {}, as: second.learner };
    expect((await kit.call(submitAttempt, call)).body).toMatchObject({ state: 'scored' });
    expect((await kit.call(submitAttempt, { params: call.params, body: {} })).status).toBe(401);
  });

  it('refuses a score, a pass or a key that the learner sends [A2]', async () => {
    const at = await sit(kit, plain.slug);
    for (const body of [{ score: 100 }, { passed: true }, { last: { ...saveBody([]), percent: 100 } }]) {
      expect((await submit(kit, at, body)).status).toBe(400);
    }
    expect((await stored(at.attemptId)).state).toBe('running');
  });

  it('scores every type of question', async () => {
    const topicId = await topic(kit);
    const types = ['single-choice', 'multiple-choice', 'true-false', 'number', 'short-text'] as const;
    const fixed = [];
    for (const type of types) fixed.push((await publishQuestion(topicId, { type })).documentId);
    const { slug } = await exam(kit, { sections: ExamInput.shape.sections.parse([{ id: 's', fixed }]) });
    const at = await sit(kit, slug);
    const { body: sheet } = await paper(kit, at);
    expect(sheet.sections[0]?.items.map((item) => item.type)).toEqual([...types]);
    expect(sheet.sections[0]?.items[2]?.options.map((option) => option.html)).toEqual(['True', 'False']);
    const showing = (item: number, ...texts: string[]) => ({ selected: texts.map((text) => optionShowing(sheet, item, text)) });
    const responses = [
      showing(1, 'option a'),
      showing(2, 'option c', 'option a'),
      { selected: ['1'] },
      { number: '42,4' },
      { text: ' ZQ-secret-zq ' },
    ];
    await save(
      kit,
      at,
      responses.map((response, index) => ({ item: index + 1, rev: 1, response })),
    );
    expect((await submit(kit, at)).body.score).toEqual({ points: 5, pointsMax: 5, percent: 100 });
  });

  it('scores nothing for an option that is not on the paper or a response of another type', async () => {
    const at = await sit(kit, plain.slug);
    const { body: sheet } = await paper(kit, at);
    const right = optionShowing(sheet, 1, 'option a');
    await save(kit, at, [
      { item: 1, rev: 1, response: { selected: [right, '9'] } },
      { item: 2, rev: 1, response: { text: 'a' } },
      { item: 3, rev: 1, response: { selected: ['a'.repeat(0) || '99'] } },
    ]);
    expect((await submit(kit, at)).body.score?.points).toBe(0);
  });
});

describe('time that runs out', () => {
  it('is closed with what is saved by the schedule, once by two workers [E-12, C16]', async () => {
    const sittings = await Promise.all(Array.from({ length: 6 }, () => sit(kit, plain.slug)));
    for (const at of sittings) {
      await answer(at, 2);
      await deadlineIn(at.attemptId, -11);
    }
    const { signal } = new AbortController();
    const closed = await Promise.all([closeOverdue(signal), closeOverdue(signal)]);
    expect(closed[0] + closed[1]).toBeGreaterThanOrEqual(6);
    for (const at of sittings) {
      const row = await stored(at.attemptId);
      expect(row).toMatchObject({ state: 'scored', closed_by: 'deadline', points: 2 });
      expect(row.ended_at).toEqual(row.deadline_at);
      expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(1);
    }
  });

  it('is closed when its learner looks, so that exams need no jobs process', async () => {
    const [seen, started, taken] = [await sit(kit, plain.slug), await sit(kit, plain.slug), await sit(kit, plain.slug)];
    for (const at of [seen, started, taken]) await deadlineIn(at.attemptId, -11);
    expect((await result(kit, seen)).body).toMatchObject({ state: 'scored', closedBy: 'deadline' });
    expect((await paper(kit, taken)).body.code).toBe('exams/attempt-closed');
    expect((await stored(taken.attemptId)).state).toBe('scored');
    expect((await sit(kit, plain.slug, started.learner)).attemptId).not.toBe(started.attemptId);
  });

  it('is not closed in the grace time', async () => {
    const at = await sit(kit, plain.slug);
    await deadlineIn(at.attemptId, -5);
    await closeOverdue(new AbortController().signal);
    expect((await stored(at.attemptId)).state).toBe('running');
    expect((await submit(kit, at)).body).toMatchObject({ state: 'scored', closedBy: 'learner' });
  });

  it('counts nothing that a late submit brings along and still answers with the result', async () => {
    const at = await sit(kit, plain.slug);
    await answer(at, 1);
    await deadlineIn(at.attemptId, -11);
    const reply = await submit(kit, at, {
      last: saveBody(
        [
          { item: 2, rev: 9 },
          { item: 3, rev: 9 },
        ],
        9,
      ),
    });
    expect(reply.body).toMatchObject({ state: 'scored', closedBy: 'deadline', score: { points: 1 }, notCounted: [2, 3] });
  });

  it('has one result when a submit meets the schedule at the deadline [R6]', async () => {
    const at = await sit(kit, plain.slug);
    await deadlineIn(at.attemptId, -11);
    await Promise.all([submit(kit, at), closeOverdue(new AbortController().signal), submit(kit, at), result(kit, at)]);
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(1);
    expect((await stored(at.attemptId)).state).toBe('scored');
  });
});

describe('an exam that changes while it is sat [R12]', () => {
  it('keeps its questions, keys and rules for whoever has started', async () => {
    const { slug, examId, topicId } = await exam(kit, { passMark: { points: 3 } }, { count: 5, pool: 5 });
    const at = await sit(kit, slug);
    const before = await paper(kit, at);
    const pool = await theStrapi()
      .plugin('questions')
      .service('public')
      .candidates({ topic: topicId, difficultyMin: 1, difficultyMax: 10 });
    for (const { documentId } of pool) await publishQuestion(topicId, { points: 9 }, documentId, 'rewritten');
    const draft = ExamInput.parse({
      title: 'Rewritten',
      slug,
      timeLimitSec: 60,
      passMark: { points: 5 },
      sections: [{ id: 'other', rules: [{ id: 'r', topic: topicId, count: 2 }] }],
    });
    expect(await service(kit).saveDraft(draft)).toBe(examId);
    await service(kit).publish(examId);
    const after = await paper(kit, at);
    expect(after.body.sections).toEqual(before.body.sections);
    expect(after.body.exam.title).toBe('An exam');
    expect(after.body.secondsLeft).toBeGreaterThan(3_500);
    await answer(at, 3);
    expect((await submit(kit, at)).body).toMatchObject({ score: { points: 3, pointsMax: 5 }, passed: true });
    const next = await sit(kit, slug, at.learner);
    expect((await paper(kit, next)).body).toMatchObject({ exam: { title: 'Rewritten' }, itemCount: 2 });
  });
});
