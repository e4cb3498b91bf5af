import { db, files, scheduleHandler, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createQuestion,
  createTopic,
  deleteQuestion,
  findUnusedMedia,
  listenToMedia,
  listUnusedMedia,
  publishQuestions,
  type Question,
  removeUnusedMedia,
  type StoredMedia,
  type Topic,
  type UnusedMedia,
  uploadMedia,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { distinctStem, uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
let shade = 0;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Media') } })).body;
});

/** A picture that no other test has. */
const picture = (format: 'png' | 'jpeg' | 'webp' = 'png') => {
  shade += 1;
  const colour = { r: shade % 256, g: process.pid % 256, b: Math.floor(Math.random() * 256) };
  return sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .withMetadata({ exif: { IFD0: { Copyright: 'somebody' } } })
    .toFormat(format)
    .toBuffer();
};
/** A second of silence as WAV, made different by its last bytes. */
function sound(): Buffer {
  const data = Buffer.alloc(8_000);
  data.writeUInt32LE(Math.floor(Math.random() * 2 ** 32), 7_990);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
const upload = (bytes: Buffer, name: string) =>
  kit.call<StoredMedia>(uploadMedia, { as: editor, files: { file: { name, bytes } } });
const question = (stem: string) =>
  kit.call<Question>(createQuestion, {
    as: editor,
    body: {
      question: sample({ code: uniqueName('M').slice(0, 40), stem: `${stem} ${distinctStem()}`, topic: topic.documentId }),
    },
  });
/** Lets a file have been unused for so many days. */
const age = (address: string, days: number) =>
  db().run(sql`
    UPDATE activity.questions_media SET unused_since = now() - make_interval(days => ${days}) WHERE url = ${address} AND unused_since IS NOT NULL`);
const look = async () => {
  await scheduleHandler(findUnusedMedia.name)?.run({ signal: new AbortController().signal });
};
const unused = async () =>
  (await kit.call<{ rows: UnusedMedia[] }>(listUnusedMedia, { as: editor })).body.rows.map(({ address }) => address);

describe('images and audio [Q-19, Q-20, Q-22]', () => {
  it('are stored once however often the same file comes, and images without metadata', async () => {
    const bytes = await picture('jpeg');
    const first = await upload(bytes, 'a.jpg');
    expect(first.body).toMatchObject({ kind: 'image', isNew: true });
    expect((await upload(bytes, 'another name.jpg')).body).toEqual({ ...first.body, isNew: false });
    const [row] = await db().many<{ count: number }>(sql`
      SELECT count(*) AS count FROM activity.questions_media WHERE url = ${first.body.address}`);
    expect(row?.count).toBe(1);
  });

  it('are known by their content: a page called PNG, a picture of too many pixels and a script drawing are refused [I2]', async () => {
    const refused = async (bytes: Buffer, name: string) => {
      const reply = await upload(bytes, name);
      expect(reply.status).toBe(422);
      return JSON.stringify(reply.body);
    };
    expect(await refused(Buffer.from('<html><script>alert(1)</script>'), 'x.png')).toContain('notMedia');
    const fetching = '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/x.png"/></svg>';
    expect(await refused(Buffer.from(fetching), 'x.svg')).toContain('unsafe');
    const huge = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(await refused(huge, 'x.png')).toContain('tooManyPixels');
    expect(await refused(Buffer.concat([await picture(), Buffer.alloc(6 * 1024 * 1024)]), 'x.png')).toContain('tooLarge');
  });

  it('of audio is private: heard by a signed address only, and known to the rules of a question', async () => {
    const { body } = await upload(sound(), 'talk.wav');
    expect(body).toMatchObject({ kind: 'audio', isNew: true, address: expect.stringMatching(/^\/media\/[0-9a-f-]{36}$/) });
    const id = body.address.replace('/media/', '');
    expect((await fetch(`${kit.url}${body.address}`)).status).toBe(404);
    const { url } = (await kit.call<{ url: string }>(listenToMedia, { as: editor, params: { id } })).body;
    const heard = await fetch(`${kit.url}${url}`);
    expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect((await fetch(`${kit.url}${url.replace(/signature=./, 'signature=_')}`)).status).toBe(404);
    expect((await question(`Listen: ![A talk](${body.address} "plays=2")`)).status).toBe(200);
    const unknown = `/media/${crypto.randomUUID()}`;
    expect(JSON.stringify((await question(`![x](${unknown})`)).body)).toContain('not one of the bank');
  });
});

describe('unused files [Q-23]', () => {
  it('are listed after 30 days in no question and no version, and go together', async () => {
    const [lone, shown, kept] = await Promise.all(
      [await picture(), await picture(), await picture()].map(
        async (bytes, at) => (await upload(bytes, `${at}.png`)).body.address,
      ),
    );
    await question(`![x](${shown})`);
    const published = (await question(`![y](${kept})`)).body.documentId;
    await kit.call(publishQuestions, { as: editor, body: { documentIds: [published] } });
    await kit.call(deleteQuestion, { as: editor, params: { documentId: published } });
    await look();
    await age(lone ?? '', 29);
    expect(await unused()).not.toContain(lone);
    await age(lone ?? '', 31);
    const listed = await unused();
    expect(listed).toContain(lone);
    // One stands in a draft, one in a version that an attempt may hold.
    expect(listed).not.toContain(shown);
    expect(listed).not.toContain(kept);
  });

  it('that a question shows again meanwhile stay', async () => {
    const [gone, back] = [
      (await upload(await picture(), 'gone.png')).body.address,
      (await upload(sound(), 'back.wav')).body.address,
    ];
    await look();
    for (const address of [gone, back]) await age(address, 40);
    const { rows } = (await kit.call<{ rows: UnusedMedia[] }>(listUnusedMedia, { as: editor })).body;
    const both = rows.filter(({ address }) => address === gone || address === back).map(({ sha256 }) => sha256);
    expect(both).toHaveLength(2);
    await question(`![again](${back})`);
    const reply = await kit.call(removeUnusedMedia, { as: editor, body: { files: both } });
    expect(reply.body).toEqual({ removed: 1, kept: 1 });
    expect(await db().many(sql`SELECT 1 FROM files WHERE url = ${gone}`)).toEqual([]);
    expect((await files.get(back.replace('/media/', ''))).mimeType).toBe('audio/wav');
  });
});
