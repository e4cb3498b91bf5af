import { describe, expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

describe('the part of a file a player asks for', () => {
  it.each([
    ['no header', undefined, null],
    ['the first half', 'bytes=0-499', { first: 0, last: 499 }],
    ['from a place to the end', 'bytes=500-', { first: 500, last: 999 }],
    ['the last bytes', 'bytes=-100', { first: 900, last: 999 }],
    ['more than there is at the end', 'bytes=990-5000', { first: 990, last: 999 }],
    ['more last bytes than there are', 'bytes=-5000', { first: 0, last: 999 }],
    ['the byte behind the last', 'bytes=1000-', 'outside'],
    ['no last byte at all', 'bytes=-0', 'outside'],
    ['a turned part, which is no part', 'bytes=5-2', null],
    ['several parts, which are not served', 'bytes=0-1,5-6', null],
    ['something else', 'lines=1-2', null],
    ['nothing', 'bytes=-', null],
  ] as const)('is found: %s', (_, header, expected) => {
    expect(byteRange(header, 1000)).toEqual(expected);
  });
});
