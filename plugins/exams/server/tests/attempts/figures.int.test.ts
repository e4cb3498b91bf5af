import type { DocumentId } from '@lyceum/core/contract';
import { db, sql } from '@lyceum/core/server';
import { type TestKit, testKit } from '@lyceum/core/testing';
import type { AnsweredItem, Key } from '@lyceum/questions/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { examsWithQuestions } from '../../src/records/question-use.ts';
import { answeredItems } from '../../src/services/answered-items.ts';
import { attemptImpact } from '../../src/services/attempt-impact.ts';
import {
  exam,
  examOf,
  itemsOf,
  oneOfEach,
  optionShowing,
  paper,
  publishQuestion,
  type Sitting,
  save,
  sit,
  submit,
  topic,
} from '../room.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

const databaseNow = async () => (await db().one<{ now: Date }>(sql`SELECT date_trunc('milliseconds', now()) AS now`)).now;

async function collected(since: Date, attemptId: string): Promise<AnsweredItem[]> {
  const found: AnsweredItem[] = [];
  for await (const item of answeredItems(since)) if (item.attemptId === attemptId) found.push(item);
  return found;
}

/** Chooses the options with these texts, item by item. */
async function choose(at: Sitting, ...texts: (string | null)[]): Promise<void> {
  const { body } = await paper(kit, at);
  const changes = texts.flatMap((text, index) =>
    text === null
      ? []
      : [{ item: index + 1, rev: 1, response: { selected: [optionShowing(body, index + 1, text)] }, secondsSpent: 7 }],
  );
  await save(kit, at, changes);
  await submit(kit, at);
}

describe('answers for the figures of questions [Q-48]', () => {
  it('come with the version shown, the options in the bank’s ids, and the share on the rest of the paper', async () => {
    const since = await databaseNow();
    const questions = await oneOfEach(['single-choice', 'single-choice', 'single-choice', 'number']);
    const { slug } = await examOf(kit, questions);
    const at = await sit(kit, slug);
    await choose(at, 'option a', 'option c', null);
    const items = await collected(since, at.attemptId);
    expect(items.map((item) => item.revisionId)).toEqual(questions.map((one) => one.revisionId));
    expect(items.map((item) => item.selected)).toEqual([['a'], ['c'], null, null]);
    expect(items.map((item) => item.ratio)).toEqual([1, 0, 0, 0]);
    expect(items.map((item) => item.restRatio)).toEqual([0, 1 / 3, 1 / 3, 1 / 3]);
    expect(items.map((item) => item.answered)).toEqual([true, true, false, false]);
    expect(items.map((item) => item.secondsSpent)).toEqual([7, 7, 0, 0]);
  });

  it('leave out what runs, what was voided, and what waits for marking until it is marked', async () => {
    const since = await databaseNow();
    const { slug } = await examOf(kit, await oneOfEach(['long-text']));
    const running = await sit(kit, slug);
    const waiting = await sit(kit, slug);
    await save(kit, waiting, [{ item: 1, rev: 1, response: { longText: 'Some words' } }]);
    await submit(kit, waiting);
    const voided = await sit(kit, slug);
    await submit(kit, voided);
    await db().run(
      sql`UPDATE activity.exams_attempts SET state = 'voided', voided_at = now(), void_reason = 'test' WHERE id = ${voided.attemptId}`,
    );
    for (const at of [running, waiting, voided]) expect(await collected(since, at.attemptId)).toEqual([]);
    const marked = await databaseNow();
    await db().run(
      sql`UPDATE activity.exams_attempts SET pending_marks = 0, scored_at = now(), result = jsonb_set(result, '{ratios}', '[0.5]') WHERE id = ${waiting.attemptId}`,
    );
    expect(await collected(marked, waiting.attemptId)).toMatchObject([
      { ratio: 0.5, restRatio: null, selected: null, answered: true },
    ]);
  });

  it('come in pages, each attempt once', async () => {
    const since = await databaseNow();
    const { slug } = await exam(kit, {}, { count: 1, pool: 1 });
    const { attemptId } = await sit(kit, slug).then(async (at) => ({ ...at, done: await submit(kit, at) }));
    // 250 finished copies of one attempt: more than two pages.
    await db().run(sql`
      INSERT INTO activity.exams_attempts (id, exam_id, form_id, user_id, number, state, seed, paper, question_ids, item_count, grace_sec, back_navigation,
        device_id, open_last, responses, started_at, ended_at, closed_by, points, points_max, percent, result, scored_at)
      SELECT gen_random_uuid(), exam_id, form_id, NULL, n + 1, state, seed, paper, question_ids, item_count, grace_sec, back_navigation,
        device_id, open_last, responses, started_at, ended_at, closed_by, points, points_max, percent, result, scored_at
      FROM activity.exams_attempts, generate_series(1, 250) n WHERE id = ${attemptId}`);
    const seen: string[] = [];
    const [{ revisionId } = { revisionId: 0 }] = await collected(since, attemptId);
    for await (const item of answeredItems(since)) if (item.revisionId === revisionId) seen.push(item.attemptId);
    expect(seen).toHaveLength(251);
    expect(new Set(seen).size).toBe(251);
  });
});

describe('what a new key would change [Q-42]', () => {
  const key = (...correct: string[]): Key => ({ correct });

  it('is the number of ended attempts whose score would be another, whatever version they were given', async () => {
    const topicId = await topic(kit);
    const question = await publishQuestion(topicId);
    const { slug } = await examOf(kit, [question]);
    for (const text of ['option a', 'option b', 'option b', null]) await choose(await sit(kit, slug), text);
    await publishQuestion(topicId, {}, question.documentId);
    const impact = (next: Key) => attemptImpact({ documentId: question.documentId, key: next });
    expect(await impact(key('a'))).toBe(0);
    expect(await impact(key('b'))).toBe(3);
    expect(await impact(key('c'))).toBe(1);
    expect(await attemptImpact({ documentId: 'nosuchquestion0000000000' as DocumentId, key: key('a') })).toBe(0);
  });

  it('counts neither running nor voided attempts, nor what a person marks', async () => {
    const [question] = await oneOfEach(['long-text']);
    if (!question) throw new Error('one question');
    const { slug } = await examOf(kit, [question]);
    const at = await sit(kit, slug);
    await save(kit, at, [{ item: 1, rev: 1, response: { longText: 'Some words' } }]);
    await submit(kit, at);
    expect(await attemptImpact({ documentId: question.documentId, key: { rubric: [], modelAnswer: null } })).toBe(0);
    const [single] = await oneOfEach(['single-choice']);
    if (!single) throw new Error('one question');
    await sit(kit, (await examOf(kit, [single])).slug);
    expect(await attemptImpact({ documentId: single.documentId, key: key('b') })).toBe(0);
  });
});

describe('questions in use [Q-07]', () => {
  it('are known by the exams that fix them and by those that have drawn them, and by no other', async () => {
    const { slug, examId } = await exam(kit, { title: 'Drawn' }, { count: 2, pool: 4 });
    const at = await sit(kit, slug);
    const drawn = itemsOf((await paper(kit, at)).body).map((item) => item.stemHtml.replace(/<[^>]+>|stem /g, '').trim());
    const pool = await db().many<{ id: string }>(sql`
      SELECT DISTINCT p.document_id AS id FROM activity.questions_pool p
      JOIN activity.exams_forms f ON f.exam_id = ${examId} AND p.topic_document_id = f.definition #>> '{sections,0,rules,0,topic}'`);
    const uses = await examsWithQuestions(pool.map((one) => one.id));
    expect(uses.map((use) => use.questionId).sort()).toEqual([...drawn].sort());
    expect(new Set(uses.map((use) => use.title))).toEqual(new Set(['Drawn']));
    const [fixed] = await oneOfEach(['single-choice']);
    if (!fixed) throw new Error('one question');
    await examOf(kit, [fixed], { title: 'Fixed' });
    expect(await examsWithQuestions([fixed.documentId])).toEqual([{ questionId: fixed.documentId, title: 'Fixed' }]);
  });
});
