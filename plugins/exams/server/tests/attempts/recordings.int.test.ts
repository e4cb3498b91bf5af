import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { db, erasePerson, exportPerson, files, inTransaction, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  EXAM_PERMISSIONS,
  playOwnRecording,
  playRecording,
  RECORDINGS_PER_ITEM,
  uploadRecording,
} from '../../../contract/index.ts';
import { tidy } from '../../src/services/recordings.ts';
import { examOf, oneOfEach, type Sitting, save, saveBody, sit, stored, submit } from '../room.ts';
import { record, wav } from '../sound.ts';

let kit: TestKit;
let marker: Person;
let slug: string;
beforeAll(async () => {
  kit = await testKit();
  marker = await kit.staff([EXAM_PERMISSIONS.markAttempts]);
  ({ slug } = await examOf(kit, await oneOfEach(['audio-answer', 'audio-answer', 'long-text'])));
});

const named = (recording: string, item = 1) => [{ item, rev: 1, response: { recording } }];

const listen = (at: Sitting, recordingId: string, as: Person, headers: Record<string, string> = {}) =>
  kit.call(playOwnRecording, { params: { attemptId: at.attemptId, recordingId }, as, headers });

async function recorded(): Promise<{ at: Sitting; recording: string }> {
  const at = await sit(kit, slug);
  const { status, body } = await record(kit, at, 1);
  if (status !== 200) throw new Error(`upload answered ${status} ${JSON.stringify(body)}`);
  return { at, recording: body.recording };
}

describe('a recording for an item [Q-02]', () => {
  it('is stored under an id that the response then names, and is marked by hand', async () => {
    const { at, recording } = await recorded();
    expect((await save(kit, at, named(recording))).status).toBe(200);
    expect((await stored(at.attemptId)).responses['1']?.response).toEqual({ recording });
    expect((await submit(kit, at)).body).toMatchObject({ pendingMarks: 1, answered: 1 });
  });

  it('goes by the session when the ticket is gone, and not by the tab that lost the attempt', async () => {
    const at = await sit(kit, slug);
    const files = { file: { name: 'a.wav', bytes: wav() } };
    const call = { params: { attemptId: at.attemptId }, body: { item: 1 }, files };
    expect((await kit.call(uploadRecording, { ...call, as: at.learner })).status).toBe(200);
    expect((await kit.call(uploadRecording, call)).body).toMatchObject({ code: 'exams/ticket-invalid' });
    await sit(kit, slug, at.learner);
    expect((await record(kit, at, 1)).body).toMatchObject({ code: 'exams/attempt-elsewhere' });
  });

  it('is refused for an item that records nothing, is not there, or belongs to an attempt that has ended', async () => {
    const at = await sit(kit, slug);
    expect((await record(kit, at, 3)).body.code).toBe('exams/item-not-found');
    expect((await record(kit, at, 9)).body.code).toBe('exams/item-not-found');
    await submit(kit, at);
    expect((await record(kit, at, 1)).body.code).toBe('exams/attempt-closed');
  });

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    [
      'a picture',
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    ],
    ['nothing', Buffer.alloc(0)],
  ])('is refused by its content, whatever its name: %s [I2]', async (_, bytes) => {
    const at = await sit(kit, slug);
    expect(await record(kit, at, 1, bytes)).toMatchObject({ status: 415, body: { code: 'exams/recording-format' } });
  });

  it('is refused when it is larger than its length allows, with the limit named', async () => {
    const at = await sit(kit, slug);
    const reply = await record(kit, at, 1, wav(10 * 192_000 + 1));
    expect(reply).toMatchObject({ status: 413, body: { code: 'exams/recording-too-large', params: { limitBytes: 1_920_000 } } });
  });

  it('can be made a few times over, and no more when many are sent at once', async () => {
    const at = await sit(kit, slug);
    const replies = await Promise.all(Array.from({ length: RECORDINGS_PER_ITEM * 2 }, () => record(kit, at, 1)));
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(RECORDINGS_PER_ITEM);
    const refused = replies.filter((reply) => reply.status !== 200).map((reply) => reply.body.code);
    expect(new Set(refused)).toEqual(new Set(['exams/too-many-recordings']));
    expect((await record(kit, at, 2)).status).toBe(200);
    const { count } = await db().one<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM activity.exams_recordings r JOIN activity.core_files f ON f.id = r.id WHERE r.attempt_id = ${at.attemptId}`);
    expect(count).toBe(RECORDINGS_PER_ITEM + 1);
  });
});

describe('a recording of somebody else [A1]', () => {
  it('cannot be named in a response, nor can one of another attempt or another item', async () => {
    const mine = await recorded();
    const other = await recorded();
    for (const changes of [named(other.recording), named(mine.recording, 2), named(randomUUID())]) {
      const reply = await save(kit, mine.at, changes);
      expect(reply).toMatchObject({ status: 404, body: { code: 'exams/recording-not-found' } });
      expect(reply.text).toContain('body.changes.0.response.recording');
    }
    expect((await stored(mine.at.attemptId)).responses).toEqual({});
    const last = saveBody(named(other.recording));
    expect((await submit(kit, mine.at, { last })).body.code).toBe('exams/recording-not-found');
    expect((await stored(mine.at.attemptId)).state).toBe('running');
  });

  it('cannot be heard, and looks like one that does not exist', async () => {
    const mine = await recorded();
    const other = await recorded();
    const seen = async (at: Sitting, id: string, as: Person) => {
      const { status, body } = await listen(at, id, as);
      return { status, code: body['code'] };
    };
    expect(await seen(other.at, other.recording, mine.at.learner)).toEqual(
      await seen({ ...mine.at, attemptId: randomUUID() }, randomUUID(), mine.at.learner),
    );
    expect(await seen(mine.at, other.recording, mine.at.learner)).toEqual(await seen(mine.at, randomUUID(), mine.at.learner));
  });
});

describe('hearing a recording', () => {
  it('is possible for its learner, whole and in parts, in a way no browser takes for a page', async () => {
    const { at, recording } = await recorded();
    const whole = await listen(at, recording, at.learner);
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('audio/wav');
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    expect(whole.headers.get('content-length')).toBe('2000');
    const part = await listen(at, recording, at.learner, { range: 'bytes=0-3' });
    expect([part.status, part.headers.get('content-range'), part.text]).toEqual([206, 'bytes 0-3/2000', 'RIFF']);
    expect((await listen(at, recording, at.learner, { range: 'bytes=5000-' })).status).toBe(416);
  });

  it('is possible for who may mark, and for nobody else of the staff', async () => {
    const { at, recording } = await recorded();
    const params = { attemptId: at.attemptId, recordingId: recording };
    const { body } = await kit.call<{ url: string }>(playRecording, { params, as: marker });
    const heard = await fetch(`${kit.url}${body.url}`);
    expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect((await heard.arrayBuffer()).byteLength).toBe(2_000);
    expect((await kit.call(playRecording, { params: { ...params, recordingId: randomUUID() }, as: marker })).body).toMatchObject({
      error: { details: { code: 'exams/recording-not-found' } },
    });
    const reader = await kit.staff([EXAM_PERMISSIONS.readAttempts]);
    expect((await kit.call(playRecording, { params, as: reader })).status).toBe(403);
  });
});

describe('recordings as data of a person [G5]', () => {
  it('are in the export, and gone with their files after an erasure', async () => {
    const { at, recording } = await recorded();
    const lists = await exportPerson(at.learner.id);
    expect(lists['exam recordings']).toMatchObject([{ id: recording, item: 1 }]);
    const file = await files.path(recording);
    expect(existsSync(file)).toBe(true);
    await inTransaction((tx) => erasePerson(tx, at.learner.id));
    await db().run(sql`UPDATE activity.core_files SET made_at = now() - interval '2 hours' WHERE id = ${recording}`);
    expect(await tidy(new AbortController().signal)).toBeGreaterThanOrEqual(1);
    expect(existsSync(file)).toBe(false);
    expect(await db().maybeOne(sql`SELECT 1 FROM activity.core_files WHERE id = ${recording}`)).toBeNull();
  });

  it('stay while their attempt holds them', async () => {
    const { recording } = await recorded();
    await db().run(sql`UPDATE activity.core_files SET made_at = now() - interval '2 hours' WHERE id = ${recording}`);
    await tidy(new AbortController().signal);
    expect(existsSync(await files.path(recording))).toBe(true);
  });
});
