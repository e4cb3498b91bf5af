import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { IMPORT_HARD_LIMITS } from '../../../../contract/index.ts';
import type { MediaFile, MediaTask } from '../tasks.ts';

sharp.cache(false);
sharp.concurrency(1);

type Image = 'png' | 'jpeg' | 'webp' | 'svg';
type Kind = { readonly image: Image } | { readonly audio: string };

const IMAGES: Readonly<Record<string, Image>> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp' };
/** What signatures are called, with the type the file is kept under. */
const AUDIO: Readonly<Record<string, string>> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/wav': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
};

/** Kinds by content, never by name. SVG has no signature: it is XML with an svg element at its root. */
async function kindOf(bytes: Buffer): Promise<Kind | null> {
  const type = await fileTypeFromBuffer(bytes);
  const image = IMAGES[type?.mime ?? ''];
  if (image !== undefined) return { image };
  const audio = AUDIO[type?.mime ?? ''];
  if (audio !== undefined) return { audio };
  const start = bytes.subarray(0, 2_048).toString('utf8');
  return (type === undefined || type.mime === 'application/xml') && start.includes('<svg') ? { image: 'svg' } : null;
}

const OUTPUT = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp', svg: 'image/png' } as const;

/** Drawings may not fetch anything or declare entities; scripts have no effect on a bitmap. */
const isHarmlessSvg = (bytes: Buffer): boolean => {
  const text = bytes.toString('latin1');
  return (
    !/<!(?:DOCTYPE|ENTITY)/i.test(text) && !/(?:href|src)\s{0,10}=\s{0,10}["']\s{0,10}(?!#|data:image\/(?:png|jpeg))/i.test(text)
  );
};

function encode(image: Sharp, kind: Image): Sharp {
  if (kind === 'jpeg') return image.jpeg({ quality: 90 });
  if (kind === 'webp') return image.webp({ quality: 90 });
  return image.png();
}

/** Decodes under a limit of pixels and writes anew: what stays is the picture, without metadata or anything behind it [I2]. */
async function reencoded(bytes: Buffer, kind: Image): Promise<Buffer> {
  const image = sharp(bytes, {
    limitInputPixels: IMPORT_HARD_LIMITS.imagePixels,
    failOn: 'error',
    ...(kind === 'svg' ? { density: 144 } : {}),
  });
  return encode(image.rotate(), kind).toBuffer();
}

export type Taken = { readonly file: MediaFile } | { readonly refused: string };

/** One file by its content: images are written anew, audio is kept as it is; both go into the task's folder. */
export async function takeMedia(
  bytes: Buffer,
  name: string,
  { folder, maxBytes }: Pick<MediaTask, 'folder' | 'maxBytes'>,
): Promise<Taken> {
  const kind = await kindOf(bytes);
  if (kind === null) return { refused: bytes.length > maxBytes.image ? 'tooLarge' : 'notMedia' };
  if (bytes.length > ('audio' in kind ? maxBytes.audio : maxBytes.image)) return { refused: 'tooLarge' };
  if ('image' in kind && kind.image === 'svg' && !isHarmlessSvg(bytes)) return { refused: 'unsafe' };
  try {
    const clean = 'audio' in kind ? bytes : await reencoded(bytes, kind.image);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const target = path.join(folder, sha256);
    await writeFile(target, clean);
    const mimeType = 'audio' in kind ? kind.audio : OUTPUT[kind.image];
    return { file: { name, sha256, path: target, mimeType, sizeBytes: clean.length } };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { refused: /pixel limit/i.test(message) ? 'tooManyPixels' : 'damaged' };
  }
}
