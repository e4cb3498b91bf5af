import { randomUUID } from 'node:crypto';
import { mountedAnswers } from '@lyceum/core/server';
import { type TestKit, testKit } from '@lyceum/core/testing';
import { QUESTION_TYPES } from '@lyceum/questions/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/index.ts';
import { exam, examOf, oneOfEach, paper, SECRET, save, saveBody, sit, startReply, submit, withTicket } from '../room.ts';
import { record } from '../sound.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

/** Every endpoint of an own attempt. One that is mounted and missing here fails the test below. */
const own = [
  contract.getPaper,
  contract.takeOverAttempt,
  contract.nextSection,
  contract.playMedia,
  contract.uploadRecording,
  contract.playOwnRecording,
  contract.getResult,
  contract.getReview,
  contract.reportItem,
  contract.submitAttempt,
] as const;

const bodies = new Map<string, object>([
  [contract.takeOverAttempt.path, { deviceId: randomUUID() }],
  [contract.nextSection.path, { from: 'main' }],
  [contract.playMedia.path, { item: 1, media: randomUUID() }],
  [contract.uploadRecording.path, { item: 1 }],
  [contract.reportItem.path, { item: 1, reason: 'typo' }],
  [contract.submitAttempt.path, {}],
]);

const idsOf = ({ attemptId }: { attemptId: string }) => ({ attemptId, recordingId: randomUUID() });

/** Names under which a key, or what belongs to it, could leave. Results count right answers as a number, `"right":3`. */
const SECRET_FIELDS =
  /"(correct|accepted|tolerance|alternatives|shares?|key|ratio|revisionId|explanation\w*|solution\w*|hints?|feedback\w*|rubric|criteria|modelAnswer\w*|irt)"|"right":[^0-9]/;

describe('what a learner may see', () => {
  it('is looked at for every mounted endpoint of an attempt, so that a new one cannot be forgotten', () => {
    const paths = mountedAnswers()
      .filter(({ endpoint }) => endpoint.path.startsWith('/v1/exams/attempts/:'))
      .map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
    const looked = [...own, contract.saveAttempt].map((endpoint) => `${endpoint.method} ${endpoint.path}`);
    expect(paths.sort()).toEqual(looked.sort());
  });

  it.each(own.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    'is the same for a stranger’s attempt as for none: %s [A1]',
    async (_, endpoint) => {
      const { slug } = await exam(kit);
      const at = await sit(kit, slug);
      const as = await kit.learner();
      const ask = async (attemptId: string) => {
        const reply = await kit.call(endpoint, { params: idsOf({ attemptId }), body: bodies.get(endpoint.path), as });
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

  it('is no key, rubric, feedback, share, hint, explanation or IRT figure in any reply before the end, for all ten types [Q-13, A3]', async () => {
    const { slug } = await examOf(kit, await oneOfEach(QUESTION_TYPES), { reviewPolicy: 'afterSubmission' });
    const learner = await kit.learner();
    const deviceId = randomUUID();
    const texts: string[] = [];
    const tell = (reply: { text: string }) => texts.push(reply.text);
    tell(await kit.call(contract.listPublicExams));
    tell(await kit.call(contract.getPublicExam, { params: { slug } }));
    tell(await kit.call(contract.getEligibility, { params: { slug }, as: learner }));
    const started = await startReply(kit, slug, learner, deviceId);
    tell(started);
    const at = { learner, slug, deviceId, attemptId: started.body.attemptId, ticket: started.body.ticket };
    tell(await save(kit, at, [{ item: 1, rev: 1 }]));
    tell(await save(kit, { ...at, ticket: 'x' }, []));
    tell(await record(kit, at, 10));
    for (const endpoint of own.filter((one) => one !== contract.submitAttempt)) {
      tell(await kit.call(endpoint, { params: { ...idsOf(at) }, body: bodies.get(endpoint.path), as: learner }));
    }
    tell(await kit.call(contract.listOwnAttempts, { as: learner }));
    expect(texts).toHaveLength(8 + own.length - 1);
    for (const text of texts) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toMatch(SECRET_FIELDS);
      expect(text).not.toContain('1.2345');
    }
    const done = await kit.call(contract.submitAttempt, { params: { attemptId: at.attemptId }, body: {}, as: learner });
    expect(done.status).toBe(200);
    expect(done.text).not.toContain(SECRET);
    expect(done.text).not.toMatch(SECRET_FIELDS);
    const review = await kit.call(contract.getReview, { params: { attemptId: at.attemptId }, as: learner });
    expect(review.text).toContain(SECRET);
    // Hints and IRT figures are for practice and for scoring; no review shows them, nor the ids of the bank.
    expect(review.text).not.toMatch(/"(hints|irt|revisionId|documentId)"/);
    expect(review.text).not.toContain('1.2345');
  });

  it.each([
    ['never', { reviewPolicy: 'never' }],
    ['only after closing', { reviewPolicy: 'afterClosing', closesAt: new Date(Date.now() + 3_600_000).toISOString() }],
  ] as const)('is none of it after the end either, where the review is open %s [Q-13]', async (_, fields) => {
    const { slug } = await examOf(kit, await oneOfEach(QUESTION_TYPES), fields);
    const at = await sit(kit, slug);
    const texts = [(await submit(kit, at)).text];
    for (const endpoint of own)
      texts.push((await kit.call(endpoint, { params: idsOf(at), body: bodies.get(endpoint.path), as: at.learner })).text);
    for (const text of texts) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toMatch(SECRET_FIELDS);
    }
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
