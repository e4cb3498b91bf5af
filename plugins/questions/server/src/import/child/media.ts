import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRefusal } from '@lyceum/core/contract';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import type { Entry } from 'yauzl';
import { IMPORT_HARD_LIMITS, questionsProblems } from '../../../../contract/index.ts';
import { mediaKey } from '../../../../domain/import/figures.ts';
import { type OpenZip, openZip } from '../readers/zip.ts';
import type { MediaFile, MediaResult, MediaTask } from '../tasks.ts';

sharp.cache(false);
sharp.concurrency(1);

/** Kinds by content, never by name. SVG has no signature: it is XML with an svg element at its root. */
async function kindOf(bytes: Buffer): Promise<'png' | 'jpeg' | 'webp' | 'svg' | null> {
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime === 'image/png') return 'png';
  if (type?.mime === 'image/jpeg') return 'jpeg';
  if (type?.mime === 'image/webp') return 'webp';
  const start = bytes.subarray(0, 2_048).toString('utf8');
  if ((type === undefined || type.mime === 'application/xml') && start.includes('<svg')) return 'svg';
  return null;
}

const OUTPUT = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp', svg: 'image/png' } as const;

/** Drawings may not fetch anything or declare entities; scripts have no effect on a bitmap. */
const isHarmlessSvg = (bytes: Buffer): boolean => {
  const text = bytes.toString('latin1');
  return (
    !/<!(?:DOCTYPE|ENTITY)/i.test(text) && !/(?:href|src)\s{0,10}=\s{0,10}["']\s{0,10}(?!#|data:image\/(?:png|jpeg))/i.test(text)
  );
};

function encode(image: Sharp, kind: keyof typeof OUTPUT): Sharp {
  if (kind === 'jpeg') return image.jpeg({ quality: 90 });
  if (kind === 'webp') return image.webp({ quality: 90 });
  return image.png();
}

/** Decodes under a limit of pixels and writes anew: what stays is the picture, without metadata or anything behind it [I2]. */
async function reencoded(bytes: Buffer, kind: keyof typeof OUTPUT): Promise<Buffer> {
  const image = sharp(bytes, {
    limitInputPixels: IMPORT_HARD_LIMITS.imagePixels,
    failOn: 'error',
    ...(kind === 'svg' ? { density: 144 } : {}),
  });
  return encode(image.rotate(), kind).toBuffer();
}

async function readEntry(zip: OpenZip, entry: Entry, maxBytes: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > maxBytes) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of zip.bytes(entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Answer = { file: MediaFile } | { refused: string };

async function take(zip: OpenZip, entry: Entry, name: string, { folder, maxBytes }: MediaTask): Promise<Answer> {
  const bytes = await readEntry(zip, entry, maxBytes);
  if (bytes === null) return { refused: 'tooLarge' };
  const kind = await kindOf(bytes);
  if (kind === null) return { refused: 'notImage' };
  if (kind === 'svg' && !isHarmlessSvg(bytes)) return { refused: 'unsafe' };
  try {
    const clean = await reencoded(bytes, kind);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const target = path.join(folder, sha256);
    await writeFile(target, clean);
    return { file: { name, sha256, path: target, mimeType: OUTPUT[kind], sizeBytes: clean.length } };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { refused: /pixel limit/i.test(message) ? 'tooManyPixels' : 'damaged' };
  }
}

/** Files systems put into archives by themselves. */
const isNoise = (fileName: string): boolean =>
  fileName.endsWith('/') || fileName.startsWith('__MACOSX/') || mediaKey(fileName).startsWith('.');

/** Every image of a ZIP, checked by its content; one that is refused is named and the others stay usable. */
export async function media(task: MediaTask): Promise<MediaResult> {
  const zip = await openZip(task.path, questionsProblems.importMediaInvalid);
  const result: MediaResult = { usable: [], refused: [] };
  const seen = new Set<string>();
  try {
    for (const entry of zip.entries.filter(({ fileName }) => !isNoise(fileName))) {
      const name = mediaKey(entry.fileName).slice(0, 200);
      const answer: Answer = seen.has(name) ? { refused: 'nameTwice' } : await take(zip, entry, name, task);
      seen.add(name);
      if ('file' in answer) result.usable.push(answer.file);
      else result.refused.push({ name, code: answer.refused });
    }
    return result;
  } catch (error) {
    if (isRefusal(error)) throw error;
    throw new Error('The ZIP with media could not be read', { cause: error });
  } finally {
    zip.close();
  }
}
