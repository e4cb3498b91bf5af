/** Bytes that go on a sequence of UTF-8. */
const isTail = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte < 0xc0;

/** How many bytes a lead byte asks for; 0 for one that leads nothing. */
function wanted(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** Sequences that are too long for their sign, surrogates, and signs beyond Unicode are none. */
function isForbidden(lead: number, second: number): boolean {
  return (
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f)
  );
}

/**
 * Length of the UTF-8 sequence at a place: 0 when the byte belongs to none, −1 when the bytes end inside one.
 */
function sequenceAt(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = wanted(lead);
  if (length < 2) return length;
  for (let next = 1; next < length; next += 1) {
    if (at + next >= bytes.length) return -1;
    if (!isTail(bytes[at + next])) return 0;
  }
  return isForbidden(lead, bytes[at + 1] ?? 0) ? 0 : length;
}

/**
 * A closing quotation mark (E2 80 9D) that went through a program of Windows-1252: that has no sign for 9D and wrote a
 * question mark in its place.
 */
const isCutQuote = (bytes: Buffer, at: number): boolean => bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x3f;

/** Signs of several bytes that are UTF-8, and bytes that are none. */
export type Tally = { sequences: number; strays: number };

/** Reads bytes that are UTF-8 with Windows-1252 in between, as files become that people pasted together from both. */
export function mixedDecoder() {
  const latin = new TextDecoder('windows-1252');
  const tally: Tally = { sequences: 0, strays: 0 };
  let held: Buffer = Buffer.alloc(0);

  function text(bytes: Buffer, isEnd: boolean): string {
    let out = '';
    let start = 0;
    for (let at = 0; at < bytes.length; ) {
      const length = sequenceAt(bytes, at);
      if (length < 0 && !isEnd) {
        out += bytes.toString('utf8', start, at);
        held = Buffer.from(bytes.subarray(at));
        return out;
      }
      if (length > 0) {
        if (length > 1) tally.sequences += 1;
        at += length;
        continue;
      }
      tally.strays += 1;
      if (isCutQuote(bytes, at)) {
        out += `${bytes.toString('utf8', start, at)}”`;
        at += 3;
        start = at;
        continue;
      }
      out += bytes.toString('utf8', start, at) + latin.decode(bytes.subarray(at, at + 1));
      at += 1;
      start = at;
    }
    return out + bytes.toString('utf8', start);
  }

  const take = (chunk: Buffer): Buffer => {
    const whole = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    held = Buffer.alloc(0);
    return whole;
  };
  return {
    tally,
    push: (chunk: Buffer): string => text(take(chunk), false),
    end: (): string => text(take(Buffer.alloc(0)), true),
  };
}
