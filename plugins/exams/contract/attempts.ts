import { defineEndpoint, everyone, Instant, listQuery, listReply, owner, signedIn } from '@lyceum/core/contract';
import { z } from 'zod';
import { examProblems } from './problems.ts';
import { AttemptId, AttemptState, ClosedBy, DeviceId, ItemLanguage, ItemType, PassMark, Presentation, Slug } from './values.ts';

/** Header that carries the attempt's ticket on save and submit. */
export const TICKET_HEADER = 'Lyceum-Ticket';

const AttemptParams = z.strictObject({ attemptId: AttemptId });

/** Id of an option on this paper: its place, `'1'` … `'10'`. It says nothing about the bank's own order. */
export const OptionId = z.string().regex(/^[1-9]\d?$/, 'is not an option of a paper');

/** What a learner gives. Which form fits is told by the item's type; a form that does not fit scores nothing. */
export const ItemResponse = z.union([
  z.strictObject({ selected: z.array(OptionId).max(20) }),
  z.strictObject({ number: z.string().max(100) }),
  z.strictObject({ text: z.string().max(2000) }),
]);
export type ItemResponse = z.output<typeof ItemResponse>;

/** One changed item. `rev` grows by one with every change of this item on the device. */
export const ItemChange = z.strictObject({
  item: z.number().int().min(1).max(500),
  rev: z.number().int().min(1).max(1_000_000_000),
  /** Null clears the answer. */
  response: ItemResponse.nullable(),
  flagged: z.boolean().default(false),
  /** Whole seconds the item was on screen in all. For the learner's statistics; no time limit is taken from it. */
  secondsSpent: z.number().int().min(0).max(604_800).default(0),
});
export type ItemChange = z.output<typeof ItemChange>;

const Changes = z
  .array(ItemChange)
  .max(200)
  .refine((changes) => new Set(changes.map((one) => one.item)).size === changes.length, {
    message: 'an item occurs twice',
  });

export const startAttempt = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/:slug/attempts',
  summary: 'Starts an attempt, or returns the running one with the same order and deadline',
  access: signedIn,
  params: z.strictObject({ slug: Slug }),
  body: z.strictObject({
    deviceId: DeviceId,
    /** The learner accepted the rules on the start page. */
    accepted: z.boolean(),
  }),
  reply: z.object({ attemptId: AttemptId, ticket: z.string(), resumed: z.boolean() }),
  problems: [
    examProblems.examNotFound,
    examProblems.notAccepted,
    examProblems.notOpenYet,
    examProblems.closed,
    examProblems.noAttemptsLeft,
    examProblems.coolingDown,
    examProblems.noAccess,
    examProblems.poolTooSmall,
  ],
});

export const PaperItem = z.object({
  /** Place on the whole paper, from 1. */
  item: z.number().int(),
  sectionId: z.string(),
  type: ItemType,
  stemHtml: z.string(),
  /** Empty unless the type is a choice; already in this attempt's order. */
  options: z.array(z.object({ id: OptionId, html: z.string() })),
  /** Plain text such as `km/h`, for number items. */
  unit: z.string().nullable(),
  lang: ItemLanguage,
  points: z.number(),
});
export type PaperItem = z.output<typeof PaperItem>;

export const SavedResponse = z.object({
  rev: z.number().int(),
  response: ItemResponse.nullable(),
  flagged: z.boolean(),
  secondsSpent: z.number().int(),
});
export type SavedResponse = z.output<typeof SavedResponse>;

export const PaperSection = z.object({
  id: z.string(),
  title: z.string(),
  timeLimitSec: z.number().int().nullable(),
  /** Sections with own time are `waiting`, then `open`, then `over`, and only the open one has items. Without own times all are open. */
  state: z.enum(['open', 'waiting', 'over']),
  itemCount: z.number().int(),
  items: z.array(PaperItem),
});

export const Paper = z.object({
  attemptId: AttemptId,
  state: AttemptState,
  exam: z.object({
    title: z.string(),
    slug: Slug,
    instructionsHtml: z.string(),
    presentation: Presentation,
    /** False: items before the furthest one reached are closed. */
    backNavigation: z.boolean(),
    scoreVisible: z.boolean(),
  }),
  /** True when `deviceId` of the query holds the attempt; otherwise the page is read-only until it takes over. */
  here: z.boolean(),
  startedAt: Instant,
  /** By the database's clock, null when untimed. The page counts down from here and never trusts its own clock's date. */
  secondsLeft: z.number().int().nullable(),
  /** Time left in the open section, null without own time. */
  sectionSecondsLeft: z.number().int().nullable(),
  serverNow: Instant,
  sections: z.array(PaperSection),
  itemCount: z.number().int(),
  /** Keyed by item number. */
  responses: z.record(z.string(), SavedResponse),
  position: z.number().int(),
  /** Items before this one are closed (sections with own time, no back-navigation). */
  openFrom: z.number().int(),
  /** Items after this one are not open yet. */
  openTo: z.number().int(),
  autosaveSec: z.number().int(),
  heartbeatSec: z.number().int(),
});
export type Paper = z.output<typeof Paper>;

export const getPaper = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/attempts/:attemptId/paper',
  summary: 'The paper of a running attempt with everything saved so far',
  access: owner('attempt'),
  params: AttemptParams,
  query: z.strictObject({ deviceId: DeviceId.optional() }),
  reply: Paper,
  problems: [examProblems.attemptNotFound, examProblems.attemptClosed],
});

export const takeOverAttempt = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/attempts/:attemptId/take-over',
  summary: 'Lets this tab hold the attempt and renews its ticket; the tab before becomes read-only',
  access: owner('attempt'),
  params: AttemptParams,
  body: z.strictObject({ deviceId: DeviceId }),
  reply: z.object({ ticket: z.string(), secondsLeft: z.number().int().nullable(), tookOver: z.boolean() }),
  problems: [examProblems.attemptNotFound, examProblems.attemptClosed],
});

export const SaveBody = z.strictObject({
  /** Grows by one with every call of this device; an older call never moves the position back. */
  deviceSeq: z.number().int().min(1).max(1_000_000_000),
  position: z.number().int().min(1).max(500),
  /** Empty for a heartbeat. */
  changes: Changes,
});

export type SaveBody = z.output<typeof SaveBody>;

export const SaveReply = z.object({
  savedAt: Instant,
  secondsLeft: z.number().int().nullable(),
  sectionSecondsLeft: z.number().int().nullable(),
  /** Revision the server now holds, for each item of the call. */
  revs: z.record(z.string(), z.number().int()),
  /** Items of the call that are not open (section over, no back-navigation); their change was not taken. */
  closedItems: z.array(z.number().int()),
  /** Use this one from now on. */
  ticket: z.string(),
});
export type SaveReply = z.output<typeof SaveReply>;

/** Access is by the ticket in the `Lyceum-Ticket` header, which names learner, attempt and device. */
export const saveAttempt = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/attempts/:attemptId/save',
  anonymous: true,
  summary: 'Saves changed answers; answers only after the commit. Needs the Lyceum-Ticket header',
  access: everyone,
  params: AttemptParams,
  body: SaveBody,
  reply: SaveReply,
  problems: [
    examProblems.attemptNotFound,
    examProblems.attemptExpired,
    examProblems.attemptElsewhere,
    examProblems.attemptClosed,
    examProblems.ticketInvalid,
    examProblems.ticketExpired,
    examProblems.tooManySaves,
  ],
});

export const nextSection = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/attempts/:attemptId/next-section',
  summary: 'Ends the open section with own time and opens the next one; read the paper again afterwards',
  access: owner('attempt'),
  params: AttemptParams,
  body: z.strictObject({ /** Section that is left; a repeated call changes nothing. */ from: z.string().max(40) }),
  reply: z.object({ openFrom: z.number().int(), openTo: z.number().int(), sectionSecondsLeft: z.number().int().nullable() }),
  problems: [examProblems.attemptNotFound, examProblems.attemptClosed, examProblems.sectionNotLast],
});

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
  percent: z.number().nullable(),
  passed: z.boolean().nullable(),
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
  /** All null while not scored, and always null when the exam shows scores to staff only. */
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

/** Access is by the ticket or by the session; the last changes may travel with it. */
export const submitAttempt = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/attempts/:attemptId/submit',
  summary: 'Ends and scores the attempt; a repeated call returns the stored result',
  access: everyone,
  params: AttemptParams,
  body: z.strictObject({ last: SaveBody.optional() }),
  reply: AttemptResult.extend({
    /** Items of `last` that came too late or were closed and do not count. */ notCounted: z.array(z.number().int()),
  }),
  problems: [
    examProblems.attemptNotFound,
    examProblems.attemptElsewhere,
    examProblems.attemptClosed,
    examProblems.ticketInvalid,
    examProblems.ticketExpired,
  ],
});

export const getResult = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/attempts/:attemptId/result',
  summary: 'Result of an own attempt',
  access: owner('attempt'),
  params: AttemptParams,
  reply: AttemptResult,
  problems: [examProblems.attemptNotFound],
});

export const ReviewItem = PaperItem.extend({
  sectionTitle: z.string(),
  topicName: z.string(),
  response: ItemResponse.nullable(),
  flagged: z.boolean(),
  secondsSpent: z.number().int(),
  /** 0 wrong, 1 right; null when the exam shows scores to staff only. */
  ratio: z.number().nullable(),
  pointsEarned: z.number().nullable(),
  /** The right answer in the paper's own option ids, or as text. */
  right: z.union([
    z.object({ selected: z.array(OptionId) }),
    z.object({ number: z.number(), tolerance: z.number() }),
    z.object({ accepted: z.array(z.string()) }),
  ]),
  explanationHtml: z.string().nullable(),
  solutionHtml: z.string().nullable(),
});
export type ReviewItem = z.output<typeof ReviewItem>;

export const getReview = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/attempts/:attemptId/review',
  summary: 'Each item in the order of the attempt with own and right answer, as the review policy allows',
  access: owner('attempt'),
  params: AttemptParams,
  reply: z.object({
    attemptId: AttemptId,
    number: z.number().int(),
    exam: z.object({ title: z.string(), slug: Slug }),
    items: z.array(ReviewItem),
  }),
  problems: [examProblems.attemptNotFound, examProblems.attemptRunning, examProblems.reviewNotAllowed],
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
