import { defineEndpoint, everyone, owner, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { examProblems } from './problems.ts';
import { EXAM_PERMISSIONS } from './staff-exams.ts';
import { AttemptId } from './values.ts';

/** Largest recording in bytes, whatever its length. */
export const RECORDING_MAX_BYTES = 20 * 1024 * 1024;
/** A recording may hold this much for each second asked for: sound of a CD, uncompressed, takes 176,400. */
export const RECORDING_BYTES_PER_SEC = 192_000;
/** Recordings kept for one item of an attempt; the one named by the saved response counts. */
export const RECORDINGS_PER_ITEM = 5;

const OneRecording = z.strictObject({ attemptId: AttemptId, recordingId: z.uuid() });

/** Access is by the ticket or by the session, as in `submitAttempt`. */
export const uploadRecording = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/attempts/:attemptId/recordings',
  summary: 'Stores a recording for one audio item; its id then goes into the response of that item',
  access: everyone,
  params: z.strictObject({ attemptId: AttemptId }),
  body: z.strictObject({ item: z.number().int().min(1).max(500) }),
  upload: { field: 'file', maxBytes: RECORDING_MAX_BYTES },
  reply: z.object({ recording: z.uuid() }),
  problems: [
    examProblems.attemptNotFound,
    examProblems.attemptClosed,
    examProblems.attemptExpired,
    examProblems.attemptElsewhere,
    examProblems.ticketInvalid,
    examProblems.ticketExpired,
    examProblems.itemNotFound,
    examProblems.recordingTooLarge,
    examProblems.recordingFormat,
    examProblems.tooManyRecordings,
  ],
});

export const playOwnRecording = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/attempts/:attemptId/recordings/:recordingId',
  summary: 'An own recording, whole or in parts as players ask for them',
  access: owner('attempt'),
  params: OneRecording,
  reply: z.unknown(),
  problems: [examProblems.attemptNotFound, examProblems.recordingNotFound],
});

export const playRecording = defineEndpoint({
  method: 'GET',
  path: '/exams/attempts/:attemptId/recordings/:recordingId',
  summary: 'A short-lived address of a recording of a learner, for who marks it',
  access: staff(EXAM_PERMISSIONS.markAttempts),
  params: OneRecording,
  reply: z.object({ url: z.string() }),
  problems: [examProblems.recordingNotFound],
});
