import { defineEndpoint, Instant, listQuery, listReply, owner, signedIn } from '@lyceum/core/contract';
import { z } from 'zod';
import { examProblems } from './problems.ts';
import { AttemptId, AttemptState, ClosedBy, PassMark, Slug } from './values.ts';

const AttemptParams = z.strictObject({ attemptId: AttemptId });

export const Share = z.object({ points: z.number(), pointsMax: z.number(), percent: z.number() });

export const TopicResult = Share.extend({
  topic: z.string(),
  name: z.string(),
  items: z.number().int(),
  right: z.number().int(),
  secondsSpent: z.number().int(),
});

export const EarlierAttempt = z.object({
  attemptId: AttemptId,
  number: z.number().int(),
  endedAt: Instant,
  /** Null while items wait for marking. */
  percent: z.number().nullable(),
  passed: z.boolean().nullable(),
  /** Items that wait for marking by hand; the result is final at 0. */
  pendingMarks: z.number().int(),
});

export const ReviewAccess = z.object({
  allowed: z.boolean(),
  because: z.enum(['never', 'beforeClosing']).nullable(),
  /** When the review opens, if a time is known. */
  from: Instant.nullable(),
});

export const AttemptResult = z.object({
  attemptId: AttemptId,
  number: z.number().int(),
  exam: z.object({ title: z.string(), slug: Slug }),
  /** `running` while time is left, `pending` when it ended and is not scored yet. */
  state: z.enum(['running', 'pending', 'scored', 'voided']),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  closedBy: ClosedBy.nullable(),
  /** Items that wait for marking by hand. Until it is 0, `score`, `topics` and `sections` count the others only, and nothing is passed or failed. */
  pendingMarks: z.number().int(),
  /** All null while not scored, and always null when the exam shows scores to staff only. `score` also when every item waits. */
  score: Share.nullable(),
  passed: z.boolean().nullable(),
  passMark: PassMark.nullable(),
  topics: z.array(TopicResult).nullable(),
  sections: z.array(Share.extend({ id: z.string(), title: z.string() })).nullable(),
  scoreVisible: z.boolean(),
  answered: z.number().int(),
  itemCount: z.number().int(),
  secondsUsed: z.number().int(),
  review: ReviewAccess,
  /** Own attempts at this exam that ended before, newest first, at most 20. */
  earlier: z.array(EarlierAttempt),
  attemptsLeft: z.number().int().nullable(),
});
export type AttemptResult = z.output<typeof AttemptResult>;

export const getResult = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/attempts/:attemptId/result',
  summary: 'Result of an own attempt',
  access: owner('attempt'),
  params: AttemptParams,
  reply: AttemptResult,
  problems: [examProblems.attemptNotFound],
});

export const OwnAttempt = EarlierAttempt.extend({
  endedAt: Instant.nullable(),
  exam: z.object({ title: z.string(), slug: Slug }),
  state: AttemptState,
  startedAt: Instant,
  secondsLeft: z.number().int().nullable(),
  scoreVisible: z.boolean(),
});

export const listOwnAttempts = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/attempts',
  summary: 'Own attempts, newest first',
  access: signedIn,
  query: listQuery(['startedAt'], { exam: Slug.optional(), state: AttemptState.optional() }).extend({
    sort: z.enum(['-startedAt', 'startedAt']).default('-startedAt'),
  }),
  reply: listReply(OwnAttempt),
});
