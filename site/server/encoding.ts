import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

export type Compressed = { readonly br: Buffer; readonly gzip: Buffer };

/** @param effort `best` for files that are compressed once a build, `quick` for pages that a visitor waits for */
export async function compress(bytes: Buffer, effort: 'best' | 'quick'): Promise<Compressed> {
  const quality = effort === 'best' ? constants.BROTLI_MAX_QUALITY : 5;
  const [br, gz] = await Promise.all([
    toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    toGzip(bytes, { level: effort === 'best' ? 9 : 6 }),
  ]);
  return { br, gzip: gz };
}

/** The best encoding that the header allows; an encoding with `q=0` is refused by the client. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  if (accepts(acceptEncoding, 'br')) return 'br';
  return accepts(acceptEncoding, 'gzip') ? 'gzip' : 'identity';
}

function accepts(header: string, name: string): boolean {
  // The usual header has no weights; only a rare one is taken apart.
  if (!header.includes('q=')) return header === name || new RegExp(`(?:^|[ ,])${name}(?:$|[ ,])`).test(header);
  return header.split(',').some((part) => {
    const [encoding, ...parameters] = part.trim().split(';');
    return encoding?.trim() === name && !parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter));
  });
}
