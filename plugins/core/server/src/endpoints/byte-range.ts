/** The part of a file from `first` to `last`, both included. */
export type ByteRange = { readonly first: number; readonly last: number };

/**
 * What a `Range` header asks of a file (RFC 9110, section 14). Null means the whole file: without a header, and for
 * forms that we do not serve, such as several parts at once. `outside` is a part the file does not have.
 */
export function byteRange(header: string | undefined, sizeBytes: number): ByteRange | 'outside' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [from = '', to = ''] = match?.slice(1) ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), sizeBytes);
    return length === 0 ? 'outside' : { first: sizeBytes - length, last: sizeBytes - 1 };
  }
  const first = Number(from);
  const last = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== '' && Number(to) < first) return null;
  return first >= sizeBytes ? 'outside' : { first, last };
}
