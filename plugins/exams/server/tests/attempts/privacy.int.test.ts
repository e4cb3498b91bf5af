import { randomUUID } from 'node:crypto';
import { type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/index.ts';
import { ExamInput } from '../../../contract/staff-exams.ts';
import { exam, paper, publishQuestion, SECRET, save, saveBody, sit, startReply, submit, topic, withTicket } from '../room.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

const own = [
  contract.getPaper,
  contract.takeOverAttempt,
  contract.nextSection,
  contract.getResult,
  contract.getReview,
  contract.submitAttempt,
] as const;

const bodies = new Map<string, object>([
  [contract.takeOverAttempt.path, { deviceId: randomUUID() }],
  [contract.nextSection.path, { from: 'main' }],
  [contract.submitAttempt.path, {}],
]);

describe('what a learner may see', () => {
  it.each(own.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    'is the same for a stranger’s attempt as for none: %s [A1]',
    async (_, endpoint) => {
      const { slug } = await exam(kit);
      const at = await sit(kit, slug);
      const as = await kit.learner();
      const ask = async (attemptId: string) => {
        const reply = await kit.call(endpoint, { params: { attemptId }, body: bodies.get(endpoint.path), as });
        return { status: reply.status, body: { ...reply.body, requestId: undefined, instance: undefined } };
      };
      const foreign = await ask(at.attemptId);
      expect(foreign.status).toBe(404);
      expect(foreign).toEqual(await ask(randomUUID()));
    },
  );

  it('is the same for a save to a stranger’s attempt as for none [A1]', async () => {
    const { slug } = await exam(kit);
    const [at, other] = [await sit(kit, slug), await sit(kit, slug)];
    const ask = async (attemptId: string) => {
      const reply = await kit.call(contract.saveAttempt, {
        params: { attemptId },
        body: saveBody([]),
        ...withTicket(other.ticket),
        as: other.learner,
      });
      return [reply.status, reply.body.code];
    };
    expect(await ask(at.attemptId)).toEqual(await ask(randomUUID()));
  });

  it('holds no key, explanation, solution or hint in any reply before the end [A3]', async () => {
    const topicId = await topic(kit);
    const fixed = [];
    for (const type of ['single-choice', 'multiple-choice', 'number', 'short-text', 'true-false'] as const) {
      fixed.push((await publishQuestion(topicId, { type })).documentId);
    }
    const sections = ExamInput.shape.sections.parse([{ id: 's', fixed }]);
    const { slug } = await exam(kit, { sections, reviewPolicy: 'afterSubmission' });
    const learner = await kit.learner();
    const deviceId = randomUUID();
    const texts: string[] = [];
    const ask = async (
      endpoint: (typeof own)[number] | typeof contract.getEligibility | typeof contract.listOwnAttempts,
      options: object,
    ) => {
      texts.push((await kit.call(endpoint, { as: learner, ...options })).text);
    };
    texts.push(
      (await kit.call(contract.listPublicExams)).text,
      (await kit.call(contract.getPublicExam, { params: { slug } })).text,
    );
    const started = await startReply(kit, slug, learner, deviceId);
    const at = { learner, slug, deviceId, attemptId: started.body.attemptId, ticket: started.body.ticket };
    texts.push(
      started.text,
      (await save(kit, at, [{ item: 1, rev: 1 }])).text,
      (await save(kit, { ...at, ticket: 'x' }, [])).text,
    );
    const params = { attemptId: at.attemptId };
    await ask(contract.getEligibility, { params: { slug } });
    await ask(contract.getPaper, { params });
    await ask(contract.takeOverAttempt, { params, body: { deviceId } });
    await ask(contract.getResult, { params });
    await ask(contract.getReview, { params });
    await ask(contract.listOwnAttempts, {});
    expect(texts).toHaveLength(11);
    for (const text of texts) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toMatch(/"(correct|accepted|tolerance|key|ratio|right|revisionId|explanation\w*|solution\w*|hints)"/);
    }
    expect((await submit(kit, at)).text).not.toContain(SECRET);
    const review = await kit.call(contract.getReview, { params, as: learner });
    expect(review.text).toContain(SECRET);
  });

  it('shows own and right answer in the order of the attempt after the end [E-22, E-47]', async () => {
    const { slug } = await exam(kit, { shuffleItems: true });
    const at = await sit(kit, slug);
    const sheet = await paper(kit, at);
    await save(kit, at, [{ item: 2, rev: 1, response: { selected: ['3'] } }]);
    await submit(kit, at);
    const call = { params: { attemptId: at.attemptId }, as: at.learner };
    const { body } = await kit.call<{ items: contract.ReviewItem[] }>(contract.getReview, call);
    const shown = sheet.body.sections.flatMap((section) => section.items);
    expect(body.items.map(({ item, stemHtml, options }) => ({ item, stemHtml, options }))).toEqual(
      shown.map(({ item, stemHtml, options }) => ({ item, stemHtml, options })),
    );
    for (const item of body.items) {
      const id = item.options.find((option) => option.html.includes('option a'))?.id;
      expect(item.right).toEqual({ selected: [id] });
    }
    expect(body.items[1]?.response).toEqual({ selected: ['3'] });
  });

  it.each([
    ['never', { reviewPolicy: 'never' }, 'never'],
    ['afterClosing', { reviewPolicy: 'afterClosing', closesAt: new Date(Date.now() + 3_600_000).toISOString() }, 'beforeClosing'],
  ] as const)('keeps the answers back by policy: %s', async (_, fields, because) => {
    const { slug } = await exam(kit, fields);
    const at = await sit(kit, slug);
    expect((await submit(kit, at)).body.review).toMatchObject({ allowed: false, because });
    const reply = await kit.call(contract.getReview, { params: { attemptId: at.attemptId }, as: at.learner });
    expect(reply).toMatchObject({ status: 403, body: { code: 'exams/review-not-allowed', params: { because } } });
    expect(reply.text).not.toContain(SECRET);
  });

  it('leaves the score out where only staff may see it', async () => {
    const { slug } = await exam(kit, { scoreVisible: false });
    const at = await sit(kit, slug);
    const done = await submit(kit, at);
    expect(done.body).toMatchObject({
      state: 'scored',
      score: null,
      passed: null,
      topics: null,
      sections: null,
      scoreVisible: false,
    });
    const call = { params: { attemptId: at.attemptId }, as: at.learner };
    const { body } = await kit.call<{ items: contract.ReviewItem[] }>(contract.getReview, call);
    expect(body.items.every((item) => item.ratio === null && item.pointsEarned === null)).toBe(true);
    const list = await kit.call<{ rows: { percent: null }[] }>(contract.listOwnAttempts, { as: at.learner });
    expect(list.body.rows.map((row) => row.percent)).toEqual([null]);
  });

  it('lists own attempts only, newest first, page by page', async () => {
    const { slug } = await exam(kit);
    const learner = await kit.learner();
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const at = await sit(kit, slug, learner);
      ids.unshift(at.attemptId);
      await submit(kit, at);
    }
    await sit(kit, slug);
    type Page = { rows: { attemptId: string; number: number }[]; next: string | null };
    const first = await kit.call<Page>(contract.listOwnAttempts, { query: { pageSize: 2 }, as: learner });
    const second = await kit.call<Page>(contract.listOwnAttempts, {
      query: { pageSize: 2, cursor: first.body.next ?? '' },
      as: learner,
    });
    expect([...first.body.rows, ...second.body.rows].map((row) => row.attemptId)).toEqual(ids);
    expect(second.body.next).toBeNull();
    const last = await kit.call<contract.AttemptResult>(contract.getResult, { params: { attemptId: ids[0] ?? '' }, as: learner });
    expect(last.body.earlier.map((one) => one.number)).toEqual([2, 1]);
  });
});
