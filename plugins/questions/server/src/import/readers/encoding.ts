import { createReadStream } from 'node:fs';
import type { Encoding } from '../../../../contract/index.ts';

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

/** UTF-8 with or without mark, UTF-16, or Windows-1252, which any other bytes can be read as. */
export async function detectEncoding(path: string, head: Buffer): Promise<Encoding> {
  return byMark(head) ?? byZeros(head) ?? ((await isUtf8(path)) ? 'utf-8' : 'windows-1252');
}

/** The file as text, piece by piece; the mark is taken away. Wrong bytes become U+FFFD. */
export async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
