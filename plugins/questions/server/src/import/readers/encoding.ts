import { createReadStream } from 'node:fs';
import type { Encoding } from '../../../../contract/index.ts';
import { mixedDecoder } from './mixed-text.ts';

/** Marks at the start of a file that name its encoding. */
function byMark(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return null;
}

/** UTF-16 without a mark: every second byte of Latin text is 0. */
function byZeros(head: Buffer): Encoding | null {
  const pairs = Math.floor(head.length / 2);
  if (pairs < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs; at += 1) {
    if (head[at * 2] === 0) even += 1;
    if (head[at * 2 + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.3 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.3 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    // Not UTF-8: the decoder says so by throwing.
    return false;
  }
}

/** Bytes that are not UTF-8: Windows-1252 throughout, or between signs of UTF-8 that outnumber them. */
async function strayKind(path: string): Promise<Encoding> {
  const decoder = mixedDecoder();
  for await (const chunk of createReadStream(path)) decoder.push(chunk as Buffer);
  decoder.end();
  const { sequences, strays } = decoder.tally;
  return sequences > strays ? 'utf-8-mixed' : 'windows-1252';
}

/** UTF-8 with or without mark, UTF-16, UTF-8 with stray bytes, or Windows-1252, which any other bytes can be read as. */
export async function detectEncoding(path: string, head: Buffer): Promise<Encoding> {
  return byMark(head) ?? byZeros(head) ?? ((await isUtf8(path)) ? 'utf-8' : strayKind(path));
}

/** A piece of text for a look at it; cut signs at its end do not matter. */
export const glimpse = (bytes: Buffer, encoding: Encoding): string =>
  encoding === 'utf-8-mixed' ? mixedDecoder().push(bytes) : new TextDecoder(encoding).decode(bytes);

/** The file as text, piece by piece; the mark is taken away. Wrong bytes become U+FFFD. */
export async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'utf-8-mixed') {
    const mixed = mixedDecoder();
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield mixed.push(chunk as Buffer);
    yield mixed.end();
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
