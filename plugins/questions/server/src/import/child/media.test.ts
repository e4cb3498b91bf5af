import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRefusal } from '@lyceum/core/contract';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { MediaResult } from '../tasks.ts';
import { media } from './media.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'questions-media-test-'));
let next = 0;
async function zip(files: Record<string, Buffer>): Promise<string> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(content, name);
  archive.end();
  next += 1;
  const target = path.join(folder, `${next}.zip`);
  await pipeline(archive.outputStream, createWriteStream(target));
  return target;
}
const TASK = {
  task: 'media',
  folder,
  limits: { rows: 100, fileBytes: 1e8 },
  maxBytes: { image: 5 * 1024 * 1024, audio: 20 * 1024 * 1024 },
} as const;
const run = async (files: Record<string, Buffer>): Promise<MediaResult> =>
  media({ ...TASK, sources: [{ kind: 'zip', path: await zip(files) }] });

const picture = (kind: 'png' | 'jpeg' | 'webp') =>
  sharp({ create: { width: 8, height: 6, channels: 3, background: '#0a6' } })
    [kind]()
    .toBuffer();
const svg = (inside: string, root = '') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" ${root}>${inside}</svg>`);

describe('images of a ZIP [Q-27, I2]', () => {
  let png: Buffer;
  beforeAll(async () => {
    png = await picture('png');
  });

  it('are known by their content and found by the end of their path in lower case', async () => {
    const { usable, refused } = await run({
      'Figures/T-1.PNG': png,
      'b.jpg': await picture('jpeg'),
      'c.webp': await picture('webp'),
      'wrong-name.gif': png,
      '__MACOSX/._T-1.PNG': png,
      'x/.DS_Store': png,
    });
    expect(usable.map(({ name, mimeType }) => [name, mimeType])).toEqual([
      ['t-1.png', 'image/png'],
      ['b.jpg', 'image/jpeg'],
      ['c.webp', 'image/webp'],
      ['wrong-name.gif', 'image/png'],
    ]);
    expect(refused).toEqual([]);
  });

  it('lose place and camera', async () => {
    const tagged = await sharp(png)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } })
      .toBuffer();
    expect((await sharp(tagged).metadata()).exif).toBeDefined();
    const { usable } = await run({ 'x.jpg': tagged });
    expect((await sharp(readFileSync(usable[0]?.path ?? '')).metadata()).exif).toBeUndefined();
  });

  it('that are drawings become bitmaps, and those that fetch or declare something are refused', async () => {
    const { usable, refused } = await run({
      'good.svg': svg('<script>alert(1)</script><rect width="5" height="5"/>', 'onload="alert(1)"'),
      'fetch.svg': svg('<image href="file:///etc/passwd"/>'),
      'far.svg': svg('<image xlink:href = "http://127.0.0.1/x"/>'),
      'entity.svg': Buffer.from('<!DOCTYPE svg [<!ENTITY a "x">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'),
    });
    expect(usable.map(({ name, mimeType }) => [name, mimeType])).toEqual([['good.svg', 'image/png']]);
    expect(readFileSync(usable[0]?.path ?? '').includes('alert')).toBe(false);
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['fetch.svg', 'unsafe'],
      ['far.svg', 'unsafe'],
      ['entity.svg', 'unsafe'],
    ]);
  });

  it('that are none, too large, damaged or of too many pixels are named, and the others stay usable', async () => {
    const header = Buffer.from(png);
    header.writeUInt32BE(50_000, 16);
    header.writeUInt32BE(50_000, 20);
    const { usable, refused } = await run({
      'page.png': Buffer.from('<html><script>alert(1)</script></html>'),
      'large.png': Buffer.alloc(6 * 1024 * 1024, 1),
      'cut.png': png.subarray(0, 60),
      'huge.png': header,
      'good.png': png,
      'GOOD.png': png,
    });
    expect(usable.map(({ name }) => name)).toEqual(['good.png']);
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['page.png', 'notMedia'],
      ['large.png', 'tooLarge'],
      ['cut.png', 'damaged'],
      ['huge.png', expect.stringMatching(/tooManyPixels|damaged/)],
      ['good.png', 'nameTwice'],
    ]);
  });

  it('beside a path that leaves the archive are not used at all', async () => {
    const bytes = readFileSync(await zip({ 'aa/aa/evil.png': png }));
    for (let at = bytes.indexOf('aa/aa/evil'); at >= 0; at = bytes.indexOf('aa/aa/evil', at + 1)) bytes.write('../../evil', at);
    const target = path.join(folder, 'evil.zip');
    await pipeline([bytes], createWriteStream(target));
    await expect(media({ ...TASK, sources: [{ kind: 'zip', path: target }] })).rejects.toSatisfy(
      (error: unknown) => isRefusal(error) && error.problem.code === 'questions/import-media-invalid',
    );
  });

  it('give the same hash for the same file, so that it is stored once [Q-22]', async () => {
    const [first, second] = [await run({ 'a.png': png }), await run({ 'b.png': png })];
    expect(first.usable[0]?.sha256).toBe(second.usable[0]?.sha256);
  });
});
