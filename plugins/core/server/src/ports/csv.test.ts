import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from './csv.ts';

describe('CSV export', () => {
  it('never lets a spreadsheet run a cell [I3]', () => {
    for (const text of ['=1+1', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', ' =cmd'])
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    expect(csvCell('a=b')).toBe('a=b');
    expect(csvCell(-2)).toBe('-2');
  });

  it('quotes what would break the line', () => {
    expect(csvLine(['a,b', 'say "no"', 'two\nlines', null, 3])).toBe('"a,b","say ""no""","two\nlines",,3\r\n');
  });
});
