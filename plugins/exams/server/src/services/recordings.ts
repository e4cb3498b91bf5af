import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { refuse } from '@lyceum/core/contract';
import { files, type HttpRequest, inTransaction, sendFile, type UploadedFile } from '@lyceum/core/server';
import { fileTypeFromFile } from 'file-type';
import { examProblems } from '../../../contract/problems.ts';
import { RECORDING_BYTES_PER_SEC, RECORDING_MAX_BYTES, RECORDINGS_PER_ITEM } from '../../../contract/recordings.ts';
import type { ItemChange } from '../../../contract/responses.ts';
import { placesOf } from '../../../domain/paper/paper.ts';
import { recordingLimit, soundFormat } from '../../../domain/recording/sound-format.ts';
import { type Attempt, ownAttempt } from '../records/attempt.ts';
import * as records from '../records/recording.ts';
import { admit } from './admit.ts';
import { compiledItems } from './items.ts';
import { questionBank } from './question-bank.ts';
import { running } from './running.ts';
import type { Ticket } from './tickets.ts';

/** A marker listens more than once, and stops to think. */
const MARKER_TTL_SEC = 3_600;
const PURPOSE = 'exams.recordings';
/** Tracks are named in the first bytes of what recorders write. */
const HEAD_BYTES = 65_536;

/** A recording counts only for the item of the attempt it was made for. @throws Refusal `recordingNotFound` naming the change */
export async function keepOutForeignRecordings(attemptId: string, changes: readonly ItemChange[]): Promise<void> {
  const named = changes.flatMap(({ item, response }, at) =>
    response && 'recording' in response ? [{ item, at, id: response.recording.toLowerCase() }] : [],
  );
  if (named.length === 0) return;
  const items = await records.itemsOfRecordings(
    attemptId,
    named.map((one) => one.id),
  );
  const errors = named
    .filter((one) => items.get(one.id) !== one.item)
    .map(({ at }) => ({ path: `body.changes.${at}.response.recording`, message: 'is not a recording of this question' }));
  if (errors.length > 0) refuse(examProblems.recordingNotFound, { errors });
}

/** Longest recording of an item in seconds. @throws Refusal `itemNotFound` when the item records nothing or is not open */
async function maxSecOf(attempt: Attempt, item: number): Promise<number> {
  const place = placesOf(attempt.paper)[item - 1];
  if (!place || item < attempt.openFirst || item > attempt.openLast) return refuse(examProblems.itemNotFound);
  const [compiled] = await compiledItems([place.revisionId]);
  const details = compiled?.revision.content.details;
  return details && 'maxSec' in details ? details.maxSec : refuse(examProblems.itemNotFound);
}

async function formatOf(path: string): Promise<string> {
  const detected = await fileTypeFromFile(path);
  const file = await open(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return soundFormat(detected?.mime, head.toString('latin1', 0, bytesRead)) ?? refuse(examProblems.recordingFormat);
  } finally {
    await file.close();
  }
}

/** Keeps the file, and the row that makes it count, within the limit however many uploads race for the last place. */
async function keep(attempt: Attempt, item: number, path: string, mimeType: string): Promise<string> {
  for (let turn = 0; turn < RECORDINGS_PER_ITEM; turn++) {
    const tooMany = (await records.countRecordings(attempt.id, item)) >= RECORDINGS_PER_ITEM;
    if (tooMany) refuse(examProblems.tooManyRecordings, { params: { limit: RECORDINGS_PER_ITEM } });
    const stream = createReadStream(path);
    const { id, sizeBytes } = await files.put({ name: `recording-${item}`, mimeType, purpose: PURPOSE, stream });
    const recording = { id, attemptId: attempt.id, item, learnerId: attempt.learnerId, sizeBytes };
    if (await inTransaction((tx) => records.insertRecording(tx, recording, RECORDINGS_PER_ITEM))) return id;
    await files.remove(id);
  }
  return refuse(examProblems.tooManyRecordings, { params: { limit: RECORDINGS_PER_ITEM } });
}

/**
 * Stores a recording for an open audio item of a running attempt. It counts once a saved response names it.
 * @throws Refusal when it is not a sound, or larger than its length allows, or one too many
 */
export async function upload(
  attemptId: string,
  item: number,
  file: UploadedFile | undefined,
  who: { ticket: Ticket | null; learnerId: number | null },
): Promise<{ recording: string }> {
  const learnerId = who.ticket?.learnerId ?? who.learnerId;
  if (learnerId === null) return refuse(examProblems.ticketInvalid);
  const attempt = await running(attemptId, learnerId);
  admit(attempt, who.ticket);
  const limitBytes = recordingLimit(await maxSecOf(attempt, item), RECORDING_BYTES_PER_SEC, RECORDING_MAX_BYTES);
  if (!file || file.sizeBytes === 0) return refuse(examProblems.recordingFormat);
  if (file.sizeBytes > limitBytes) refuse(examProblems.recordingTooLarge, { params: { limitBytes } });
  return { recording: await keep(attempt, item, file.path, await formatOf(file.path)) };
}

/** A recording to its own learner; one of somebody else looks like none. */
export async function playOwn(attemptId: string, recordingId: string, learnerId: number, request: HttpRequest) {
  if (!(await ownAttempt(attemptId, learnerId))) return refuse(examProblems.attemptNotFound);
  if (!(await records.holdsRecording(attemptId, recordingId, learnerId))) return refuse(examProblems.recordingNotFound);
  return sendFile(request, await files.get(recordingId));
}

/** An address under which a marker's player gets a recording, in parts as it likes; it opens for an hour. */
export async function playForMarker(attemptId: string, recordingId: string): Promise<{ url: string }> {
  if (!(await records.holdsRecording(attemptId, recordingId, null))) return refuse(examProblems.recordingNotFound);
  return { url: questionBank().signedMedia(recordingId, MARKER_TTL_SEC) };
}

/** Files removed in one round. */
const TIDY_BATCH = 200;

/** Removes recordings that no attempt holds: their person was erased, or their upload broke off. @returns how many */
export async function tidy(signal: AbortSignal): Promise<number> {
  let removed = 0;
  while (!signal.aborted) {
    const stray = await records.strayFiles(PURPOSE, TIDY_BATCH);
    for (const id of stray) await files.remove(id);
    removed += stray.length;
    if (stray.length < TIDY_BATCH) break;
  }
  return removed;
}
