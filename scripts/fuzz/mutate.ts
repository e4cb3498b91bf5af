import type { Random } from './random.ts';

/** Signs that mean something to one of the formats. */
const SIGNS = [
  '<', '>', '&', '"', "'", '{', '}', '[', ']', '\\', '\0', '\n', '\r\n', ',', ';', '\t', '=', '~', '#', '%', '$', '::', '//', '->', '](', '$$', '\\(', '<![CDATA[', ']]>', '<!--',
  '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '&#x110000;', '-1', '1e999', 'NaN', '9'.repeat(400), '__proto__', 'null', 'true', '\uFEFF', '\u202E', '\uD800', '../../', 'PK\u0003\u0004', 'xml:lang="', 'ANSWER: ', '$CATEGORY: ',
]; // biome-ignore format: a list of signs

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const splice = (bytes: Buffer, at: number, removed: number, added: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);

const MUTATIONS: readonly Mutation[] = [
  // A bit turned over.
  (bytes, random) => {
    const out = Buffer.from(bytes);
    const at = random.below(out.length);
    if (out.length > 0) out[at] = (out[at] ?? 0) ^ (1 << random.below(8));
    return out;
  },
  // A byte replaced by any other.
  (bytes, random) => splice(bytes, random.below(bytes.length), 1, Buffer.from([random.below(256)])),
  // A sign of some format, once or many times.
  (bytes, random) =>
    splice(bytes, random.below(bytes.length + 1), 0, Buffer.from(random.pick(SIGNS).repeat(random.below(20) === 0 ? 2_000 : 1))),
  // A piece taken out.
  (bytes, random) => splice(bytes, random.below(bytes.length), 1 + random.below(200), Buffer.alloc(0)),
  // A piece once more, or a thousand times.
  (bytes, random) => {
    const at = random.below(bytes.length);
    const piece = bytes.subarray(at, at + 1 + random.below(300));
    return splice(bytes, at, 0, Buffer.concat(Array<Buffer>(random.below(15) === 0 ? 1_000 : 1).fill(piece)));
  },
  // Broken off.
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  // The end of another file.
  (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, random.below(bytes.length)), other.subarray(random.below(other.length))]),
  // Two pieces change places.
  (bytes, random) => {
    const [a = 0, b = 0] = [random.below(bytes.length), random.below(bytes.length)].sort((x, y) => x - y);
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b), bytes.subarray(a, b)]);
  },
  // As if it were of another encoding.
  (bytes, random) =>
    Buffer.from(bytes.toString(random.pick(['latin1', 'utf8'] as const)), random.pick(['utf16le', 'latin1', 'utf8'] as const)),
];

/** A file with one to five things changed; at most 4 MB. */
export function mutated(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let out = bytes;
  for (let step = 1 + random.below(5); step > 0; step -= 1)
    out = random.pick(MUTATIONS)(out, random, other).subarray(0, 4_000_000);
  return Buffer.from(out);
}
