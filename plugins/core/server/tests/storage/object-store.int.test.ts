import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { files, objectStoreOf, s3ClientOptions, sendFile, useObjectStore } from '@lyceum/core/server';
import { testKit } from '@lyceum/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const S3rver = require('s3rver') as new (
  options: object,
) => {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
};
const aws = require('@strapi/provider-upload-aws-s3') as {
  init(options: object): { upload(file: object): Promise<void>; delete(file: object): Promise<void> };
};

const BUCKET = 'lyceum-test';
let folder: string;
let server: InstanceType<typeof S3rver>;
let settings: Parameters<typeof objectStoreOf>[0];

beforeAll(async () => {
  await testKit();
  folder = await mkdtemp(path.join(tmpdir(), 'lyceum-s3-'));
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,

    directory: folder,
    configureBuckets: [{ name: BUCKET }],
  });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  settings = {
    bucket: BUCKET,
    region: 'us-east-1',
    endpoint,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    publicUrl: `${endpoint}/${BUCKET}`,
  };
  useObjectStore(objectStoreOf(settings));
});

afterAll(async () => {
  useObjectStore(undefined);
  await server.close();
  await rm(folder, { recursive: true });
});

const keep = (content: string, purpose = 'test.media') =>
  files.put({ name: 'clip.mp3', mimeType: 'audio/mpeg', purpose, buffer: Buffer.from(content) });

describe('private files in an S3-compatible store [Q-22]', () => {
  it('are there for another machine, which fetches its own copy', async () => {
    const file = await keep('listen');
    await rm(file.path);
    expect(await text(await files.open(file.id))).toBe('listen');
    expect(await files.path(file.id)).toBe(file.path);
  });

  it('are given out under signed addresses that end after five minutes', async () => {
    const file = await keep('signed');
    const answers: { status: number; location: string }[] = [];
    const request: Parameters<typeof sendFile>[0] = {
      headers: {},
      respond: (status, headers) => {
        answers.push({ status, location: String(headers['Location']) });
      },
    };
    await sendFile(request, file);
    const [{ status, location } = { status: 0, location: '' }] = answers;
    expect(status).toBe(302);
    expect(location).toMatch(/X-Amz-Expires=300/);
    expect(location).toMatch(/X-Amz-Signature=[0-9a-f]{64}/);
    const fetched = await fetch(location);
    expect(await fetched.text()).toBe('signed');
    expect(fetched.headers.get('content-type')).toBe('audio/mpeg');
  });

  it('go when they are removed', async () => {
    const file = await keep('gone');
    await files.remove(file.id);
    await expect(objectStoreOf(settings).open(file.key)).rejects.toThrow();
  });

  it('of a single run stay on this machine', async () => {
    const file = await keep('scratch', 'test.import');
    await expect(objectStoreOf(settings).open(file.key)).rejects.toThrow();
  });
});

describe('public images in an S3-compatible store [Q-22]', () => {
  it('go through Strapi’s provider with the settings of ours', async () => {
    const s3Options = { ...s3ClientOptions(settings), params: { Bucket: BUCKET } };
    const provider = aws.init({ baseUrl: settings.publicUrl, s3Options });
    const file = { hash: 'figure_1', ext: '.png', mime: 'image/png', stream: Readable.from(Buffer.from('png')), url: '' };
    await provider.upload(file);
    expect(file.url).toBe(`${settings.publicUrl}/figure_1.png`);
    await provider.delete(file);
  });
});
