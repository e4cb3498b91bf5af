import { open } from 'node:fs/promises';
import { type Encoding, IMPORT_HARD_LIMITS, type SourceChoice } from '../../../../contract/index.ts';
import { decoded, detectEncoding } from './encoding.ts';
import { overLimit, unreadable } from './limits.ts';
import type { DetectedSource } from './reader.ts';

/** One line of a text file, without its end. */
export type TextLine = { readonly number: number; readonly text: string };

const HEAD = 64 * 1024;

/** The encoding of a text file, as chosen or detected. */
export async function detectText(path: string, choice: SourceChoice): Promise<DetectedSource> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const encoding = choice.encoding ?? (await detectEncoding(path, buffer.subarray(0, bytesRead)));
    return { source: { encoding }, sheets: [] };
  } finally {
    await file.close();
  }
}

function checked(text: string, number: number): TextLine {
  if (text.length > IMPORT_HARD_LIMITS.itemCharacters) overLimit('itemCharacters', IMPORT_HARD_LIMITS.itemCharacters);
  if (text.includes('\0')) unreadable('nul', { line: number });
  return { number, text };
}

/** The lines of a file, read piece by piece. A line longer than a question may be, or with a NUL, is refused. */
export async function* textLines(path: string, encoding: Encoding = 'utf-8'): AsyncGenerator<TextLine> {
  let number = 1;
  let rest = '';
  let endedWithReturn = false;
  for await (const piece of decoded(path, encoding)) {
    // A line end of two signs may lie on the border of two pieces.
    const text = endedWithReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    if (piece !== '') endedWithReturn = piece.endsWith('\r');
    const [first = '', ...more] = text.split(/\r\n?|\n/);
    rest += first;
    for (const next of more) {
      yield checked(rest, number);
      number += 1;
      rest = next;
    }
    if (rest.length > IMPORT_HARD_LIMITS.itemCharacters) overLimit('itemCharacters', IMPORT_HARD_LIMITS.itemCharacters);
  }
  if (rest !== '') yield checked(rest, number);
}

/** Counts items; refuses beyond the limit of rows. */
export function itemCounter(limits: { readonly rows: number }) {
  let seen = 0;
  return (): void => {
    seen += 1;
    if (seen > limits.rows) overLimit('rows', limits.rows);
  };
}
