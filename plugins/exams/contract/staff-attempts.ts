import { DocumentId, defineEndpoint, Instant, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { Marking } from './marks.ts';
import { examProblems } from './problems.ts';
import { Share, TopicResult } from './results.ts';
import { EXAM_PERMISSIONS } from './staff-exams.ts';
import { AttemptId, AttemptState, ClosedBy, ItemType } from './values.ts';

const Learner = z.object({ id: z.number().int(), name: z.string(), email: z.string() });

export const AttemptRow = z.object({
  id: AttemptId,
  exam: z.object({ id: DocumentId, title: z.string() }),
  learner: Learner,
  number: z.number().int(),
  state: AttemptState,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  secondsLeft: z.number().int().nullable(),
  percent: z.number().nullable(),
  passed: z.boolean().nullable(),
  closedBy: ClosedBy.nullable(),
  /** Items that wait for marking by hand; until 0, `percent` counts the others only. */
  pendingMarks: z.number().int(),
});
export type AttemptRow = z.output<typeof AttemptRow>;

export const listAttempts = defineEndpoint({
  method: 'GET',
  path: '/exams/attempts',
  summary: 'Attempts of all learners; `search` looks in name and e-mail',
  access: staff(EXAM_PERMISSIONS.readAttempts),
  query: listQuery(['startedAt', 'percent'], {
    state: AttemptState.optional(),
    /** Attempts with items that wait for marking, or those without. */
    waiting: z.enum(['true', 'false']).optional(),
    exam: DocumentId.optional(),
    learner: z.coerce.number().int().min(1).optional(),
    passed: z.enum(['true', 'false']).optional(),
    startedFrom: Instant.optional(),
    startedTo: Instant.optional(),
  }).extend({ sort: z.enum(['-startedAt', 'startedAt', '-percent', 'percent']).default('-startedAt') }),
  reply: listReply(AttemptRow),
});

export const AttemptDetail = AttemptRow.extend({
  score: Share.nullable(),
  topics: z.array(TopicResult),
  sections: z.array(Share.extend({ id: z.string(), title: z.string() })),
  deadlineAt: Instant.nullable(),
  extraSec: z.number().int(),
  takeOvers: z.number().int(),
  lastSavedAt: Instant.nullable(),
  voided: z.object({ at: Instant, reason: z.string() }).nullable(),
  items: z.array(
    z.object({
      item: z.number().int(),
      sectionTitle: z.string(),
      questionId: DocumentId,
      revisionId: z.number().int(),
      code: z.string(),
      type: ItemType,
      topicName: z.string(),
      stemHtml: z.string(),
      /** The response as staff read it: option texts, number or text. Null when not answered. */
      given: z.string().nullable(),
      right: z.string(),
      flagged: z.boolean(),
      secondsSpent: z.number().int(),
      points: z.number(),
      /** Null before the end and while it waits for marking. */
      ratio: z.number().nullable(),
      /** Null for types that are scored by machine. */
      marking: Marking.nullable(),
    }),
  ),
  /** Answers that came too late; kept, never counted [E-12]. */
  late: z.array(z.object({ receivedAt: Instant, items: z.array(z.number().int()) })),
  grants: z.array(z.object({ at: Instant, kind: z.enum(['time', 'attempts']), amount: z.number().int(), reason: z.string() })),
});
export type AttemptDetail = z.output<typeof AttemptDetail>;

const AttemptParams = z.strictObject({ attemptId: AttemptId });
const Reason = z.string().trim().min(3).max(1000);

export const getAttempt = defineEndpoint({
  method: 'GET',
  path: '/exams/attempts/:attemptId',
  summary: 'One attempt with every item',
  access: staff(EXAM_PERMISSIONS.readAttempts),
  params: AttemptParams,
  reply: AttemptDetail,
  problems: [examProblems.attemptNotFound],
});

export const addTime = defineEndpoint({
  method: 'POST',
  path: '/exams/attempts/:attemptId/add-time',
  summary: 'Moves the deadline of one running attempt; audited',
  access: staff(EXAM_PERMISSIONS.extendAttempts),
  params: AttemptParams,
  idempotent: true,
  body: z.strictObject({ seconds: z.number().int().min(1).max(86_400), reason: Reason }),
  reply: z.object({ deadlineAt: Instant, secondsLeft: z.number().int() }),
  problems: [examProblems.attemptNotFound, examProblems.attemptClosed, examProblems.nothingToExtend],
});

export const addAttempts = defineEndpoint({
  method: 'POST',
  path: '/exams/exams/:examId/add-attempts',
  summary: 'Gives one learner further attempts and ends a cool-down; audited',
  access: staff(EXAM_PERMISSIONS.extendAttempts),
  params: z.strictObject({ examId: DocumentId }),
  idempotent: true,
  body: z.strictObject({
    learner: z.union([z.strictObject({ id: z.number().int().min(1) }), z.strictObject({ email: z.email().max(254) })]),
    attempts: z.number().int().min(1).max(100),
    reason: Reason,
  }),
  reply: z.object({ attemptsLeft: z.number().int().nullable() }),
  problems: [examProblems.examNotFound, examProblems.learnerNotFound],
});

export const voidAttempt = defineEndpoint({
  method: 'POST',
  path: '/exams/attempts/:attemptId/void',
  summary: 'Takes an attempt out of every result, with a reason the learner does not see; audited and final',
  access: staff(EXAM_PERMISSIONS.voidAttempts),
  params: AttemptParams,
  body: z.strictObject({ reason: Reason }),
  reply: z.object({ state: AttemptState }),
  problems: [examProblems.attemptNotFound],
});
