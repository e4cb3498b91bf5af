import type { Person, TestKit } from '@lyceum/core/testing';
import { type AttemptDetail, EXAM_PERMISSIONS, getAttempt, type Mark, type MarkInput, markItem } from '../../contract/index.ts';
import { examOf, oneOfEach, type Sitting, save, sit, submit } from './room.ts';

type Marked = {
  mark: Mark;
  pendingMarks: number;
  percent: number;
  passed: boolean | null;
  error?: { details: { code: string } };
};

/** The code of a refusal to staff. */
export const codeOf = (reply: { body: Marked }) => reply.body.error?.details.code;

/** Shares of the two criteria of a test question's rubric, which weigh 3 and 1. */
export const byShares = (one: number, two: number): MarkInput['given'] => ({
  criteria: [
    { id: '1', share: one },
    { id: '2', share: two },
  ],
});

/** Somebody who may mark, and an exam of a number (1 point) and two long texts (4 points each) to mark. */
export async function markingRoom(kit: TestKit) {
  const marker = await kit.staff([EXAM_PERMISSIONS.readAttempts, EXAM_PERMISSIONS.markAttempts]);
  const questions = [
    ...(await oneOfEach(['number'], { points: 1 })),
    ...(await oneOfEach(['long-text', 'long-text'], { points: 4 })),
  ];
  const { slug } = await examOf(kit, questions, { passMark: { percent: 70 } });
  return {
    marker,
    slug,
    /** Somebody who answered the number right and wrote two texts, unless told otherwise. */
    async handedIn(texts: readonly string[] = ['First text of mine', 'Second text of mine']): Promise<Sitting> {
      const at = await sit(kit, slug);
      const changes = texts.map((longText, index) => ({ item: index + 2, rev: 1, response: { longText } }));
      await save(kit, at, [{ item: 1, rev: 1, response: { number: '42' } }, ...changes]);
      await submit(kit, at);
      return at;
    },
    mark: (at: Sitting, item: number, given: MarkInput['given'], fields: Partial<MarkInput> = {}, as: Person = marker) =>
      kit.call<Marked>(markItem, {
        params: { attemptId: at.attemptId, item },
        body: { given, comment: null, ifMarkedAt: null, ...fields },
        as,
      }),
    detail: async (at: Sitting) =>
      (await kit.call<AttemptDetail>(getAttempt, { params: { attemptId: at.attemptId }, as: marker })).body,
  };
}
