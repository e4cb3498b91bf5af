import { defineEndpoint, everyone, Instant, owner, signedIn } from '@lyceum/core/contract';
import { z } from 'zod';
import { examProblems } from './problems.ts';
import { ItemChange } from './responses.ts';
import { AttemptResult } from './results.ts';
import { AttemptId, DeviceId, Slug } from './values.ts';

/** Header that carries the attempt's ticket on save, submit and upload. */
export const TICKET_HEADER = 'Lyceum-Ticket';

/** Largest body of a save: a few long texts and everything else of a page. */
export const SAVE_MAX_BYTES = 512 * 1024;

const AttemptParams = z.strictObject({ attemptId: AttemptId });

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
  maxBodyBytes: SAVE_MAX_BYTES,
  reply: SaveReply,
  problems: [
    examProblems.attemptNotFound,
    examProblems.attemptExpired,
    examProblems.attemptElsewhere,
    examProblems.attemptClosed,
    examProblems.ticketInvalid,
    examProblems.ticketExpired,
    examProblems.recordingNotFound,
    examProblems.tooManySaves,
  ],
});

/** Access is by the ticket or by the session; the last changes may travel with it. */
export const submitAttempt = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/attempts/:attemptId/submit',
  summary: 'Ends and scores the attempt; a repeated call returns the stored result',
  access: everyone,
  params: AttemptParams,
  body: z.strictObject({ last: SaveBody.optional() }),
  maxBodyBytes: SAVE_MAX_BYTES,
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
