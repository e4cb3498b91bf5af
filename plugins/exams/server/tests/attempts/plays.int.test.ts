import { randomUUID } from 'node:crypto';
import { clock, files } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { playMedia } from '../../../contract/index.ts';
import { ExamInput } from '../../../contract/staff-exams.ts';
import { examOf, itemsOf, paper, publishQuestion, type Sitting, sit, submit, topic } from '../room.ts';
import { wav } from '../sound.ts';

let kit: TestKit;
let limited: string;
let free: string;
let slug: string;

const stored = async (bytes = 2_000) =>
  (await files.put({ name: 'clip.wav', mimeType: 'audio/wav', purpose: 'questions.media', buffer: wav(bytes) })).id;

beforeAll(async () => {
  kit = await testKit();
  [limited, free] = [await stored(), await stored()];
  const topicId = await topic(kit);
  const questions = [
    await publishQuestion(topicId, { stem: `Listen ![a talk](/media/${limited} "plays=2") and ![a bell](/media/${free})` }),
    await publishQuestion(topicId, { stem: 'Nothing to hear' }),
  ];
  ({ slug } = await examOf(kit, questions, { reviewPolicy: 'afterSubmission' }));
});

type Played = { url: string; playsLeft: number | null; code: string };
const play = (at: Sitting, media: string, item = 1, as: Person = at.learner) =>
  kit.call<Played>(playMedia, { params: { attemptId: at.attemptId }, body: { item, media }, as });

const fetched = (url: string, headers: Record<string, string> = {}) => fetch(`${kit.url}${url}`, { headers });

describe('a sound that may be played a number of times [Q-20]', () => {
  it('is counted on the server, and says how often is left', async () => {
    const at = await sit(kit, slug);
    expect(itemsOf((await paper(kit, at)).body)[0]?.audio).toEqual([
      { media: limited, playsLeft: 2 },
      { media: free, playsLeft: null },
    ]);
    expect((await play(at, limited)).body.playsLeft).toBe(1);
    expect((await play(at, limited)).body.playsLeft).toBe(0);
    expect(await play(at, limited)).toMatchObject({ status: 409, body: { code: 'exams/no-plays-left', params: { plays: 2 } } });
    for (let turn = 0; turn < 4; turn++) expect((await play(at, free)).body).toMatchObject({ playsLeft: null });
  });

  it('is never played more often when fifty presses come at once', async () => {
    const at = await sit(kit, slug);
    const replies = await Promise.all(Array.from({ length: 50 }, () => play(at, limited)));
    expect(
      replies
        .filter((reply) => reply.status === 200)
        .map((reply) => reply.body.playsLeft)
        .sort(),
    ).toEqual([0, 1]);
    expect(replies.filter((reply) => reply.status === 409)).toHaveLength(48);
  });

  it('stays counted after a reload and on another device', async () => {
    const at = await sit(kit, slug);
    await play(at, limited);
    expect(itemsOf((await paper(kit, at)).body)[0]?.audio[0]).toEqual({ media: limited, playsLeft: 1 });
    const other = await sit(kit, slug, at.learner);
    expect(itemsOf((await paper(kit, other)).body)[0]?.audio[0]).toEqual({ media: limited, playsLeft: 1 });
    await play(other, limited);
    expect((await play(other, limited)).body.code).toBe('exams/no-plays-left');
  });

  it('is counted for each attempt by itself', async () => {
    const [one, other] = [await sit(kit, slug), await sit(kit, slug)];
    await play(one, limited);
    await play(one, limited);
    expect((await play(other, limited)).body.playsLeft).toBe(1);
  });

  it('belongs to its item: no other item and no other file opens [A1]', async () => {
    const at = await sit(kit, slug);
    for (const [media, item] of [
      [limited, 2],
      [limited, 9],
      [randomUUID(), 1],
    ] as const)
      expect(await play(at, media, item)).toMatchObject({ status: 404, body: { code: 'exams/item-not-found' } });
    const stranger = await kit.learner();
    expect((await play(at, limited, 1, stranger)).body.code).toBe('exams/attempt-not-found');
  });

  it('may be heard freely in the review, and not at all when there is none', async () => {
    const at = await sit(kit, slug);
    await play(at, limited);
    await play(at, limited);
    await submit(kit, at);
    for (let turn = 0; turn < 3; turn++) expect((await play(at, limited)).body).toMatchObject({ playsLeft: null });
    const topicId = await topic(kit);
    const question = await publishQuestion(topicId, { stem: `![a talk](/media/${limited} "plays=1")` });
    const closed = await sit(kit, (await examOf(kit, [question], { reviewPolicy: 'never' })).slug);
    await submit(kit, closed);
    expect((await play(closed, limited)).body.code).toBe('exams/review-not-allowed');
  });

  it('is not open before its section is', async () => {
    const topicId = await topic(kit);
    const [first, second] = [
      await publishQuestion(topicId, { stem: 'Read' }),
      await publishQuestion(topicId, { stem: `![a talk](/media/${limited} "plays=1")` }),
    ];
    const part = (id: string, documentId: string) => ({ id, timeLimitSec: 600, fixed: [documentId] });
    const sections = [part('one', first.documentId), part('two', second.documentId)];
    const { slug: parted } = await examOf(kit, [], { sections: ExamInput.shape.sections.parse(sections), timeLimitSec: null });
    expect((await play(await sit(kit, parted), limited, 2)).body.code).toBe('exams/item-not-found');
  });
});

describe('the address of a private sound', () => {
  it('opens for who was given it, whole and in parts', async () => {
    const { body } = await play(await sit(kit, slug), free);
    const whole = await fetched(body.url);
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('x-content-type-options')]).toEqual([
      200,
      'audio/wav',
      'nosniff',
    ]);
    expect((await whole.arrayBuffer()).byteLength).toBe(2_000);
    const part = await fetched(body.url, { range: 'bytes=8-11' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 8-11/2000', 'WAVE']);
  });

  it('opens nothing else, and nothing after its time', async () => {
    const { body } = await play(await sit(kit, slug), free);
    const other = body.url.replace(free, limited);
    const later = body.url.replace(/expires=(\d+)/, (_, expires: string) => `expires=${Number(expires) + 60}`);
    const forged = body.url.replace(/signature=.{43}/, `signature=${'A'.repeat(43)}`);
    for (const url of [other, later, forged]) {
      const reply = await fetched(url);
      expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([404, 'questions/media-not-found']);
    }
    clock.moveBy(62_000);
    try {
      expect((await fetched(body.url)).status).toBe(404);
    } finally {
      clock.moveBy(0);
    }
  });
});
