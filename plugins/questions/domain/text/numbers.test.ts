import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from './numbers.ts';

describe('numbers as people type them', () => {
  it.each([
    ['3.5', 3.5],
    ['3,5', 3.5],
    ['٣٫٥', 3.5],
    ['۳٫۵', 3.5],
    ['３．５', 3.5],
    ['1 000', 1000],
    ['1\u00a0000,5', 1000.5],
    ['1\u202f234\u202f567', 1234567],
    ["1'000.5", 1000.5],
    ['1.000,5', 1000.5],
    ['1,000.5', 1000.5],
    ['1,000,000', 1000000],
    ['1.000.000', 1000000],
    ['1,000', 1],
    ['-2', -2],
    ['−2,5', -2.5],
    ['+7', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['2,5E-2', 0.025],
    [' 42 ', 42],
    ['-0', 0],
  ])('reads %s as %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    '1..2',
    '1,2,3',
    '1 00',
    '10 00',
    '1.00.000',
    '1,000,00',
    '1.2,3.4',
    '3 5',
    'abc',
    '1e',
    'e5',
    '1e9999',
    '0x10',
    'NaN',
    'Infinity',
    '½',
    '1/2',
    '--1',
    '5%',
    '9'.repeat(61),
  ])('takes %j for no number', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it('reads back every number that is printed with a point or a comma', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
        const printed = String(value);
        expect(parseNumber(printed)).toBeCloseTo(value, 6);
        expect(parseNumber(printed.replace('.', ','))).toBeCloseTo(value, 6);
      }),
    );
  });

  it('never throws and stays fast, whatever is typed [I11]', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = parseNumber(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
    const started = performance.now();
    for (const piece of ['1 ', '1,', '.', '٠', '- ']) parseNumber(piece.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
