import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRefusal } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import type { RawRow } from '../../../../domain/import/row.ts';
import { csvReader } from './csv.ts';
import { detectDelimiter } from './delimiter.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'questions-csv-'));
let next = 0;
function file(content: string | Buffer): string {
  next += 1;
  const target = path.join(folder, `${next}.csv`);
  writeFileSync(target, content);
  return target;
}
const LIMITS = { rows: 1_000, fileBytes: 1e9 };

async function read(content: string | Buffer): Promise<RawRow[]> {
  const at = file(content);
  const { source } = await csvReader.detect(at, {});
  const rows: RawRow[] = [];
  for await (const row of csvReader.rows(at, source, LIMITS)) rows.push(row);
  return rows;
}
const cells = async (content: string | Buffer) => (await read(content)).map((row) => row.cells);
async function refusal(content: string | Buffer) {
  try {
    await read(content);
  } catch (error) {
    if (isRefusal(error)) return { code: error.problem.code, ...error.params };
    throw error;
  }
  throw new Error('was not refused');
}
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('encodings [Q-25, I6]', () => {
  const text = 'a,b\nçğş,العربية\n';
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16be', utf16be(`\uFEFF${text}`)],
  ])('%s is detected and its mark taken away', async (encoding, bytes) => {
    expect((await csvReader.detect(file(bytes), {})).source.encoding).toBe(encoding);
    expect(await cells(bytes)).toEqual([
      ['a', 'b'],
      ['çğş', 'العربية'],
    ]);
  });

  it('UTF-16 without a mark is told by its zeros', async () => {
    expect(await cells(Buffer.from('name,value\none,two\n', 'utf16le'))).toEqual([
      ['name', 'value'],
      ['one', 'two'],
    ]);
  });

  it('anything else is Windows-1252, and the choice can be changed', async () => {
    const bytes = Buffer.from('a,b\ncaf\xe9,\x93x\x94 \x80\n', 'latin1');
    expect(await cells(bytes)).toEqual([
      ['a', 'b'],
      ['café', '“x” €'],
    ]);
    expect((await csvReader.detect(file(bytes), { encoding: 'utf-8' })).source.encoding).toBe('utf-8');
  });

  it('a character on the border of two pieces stays whole', async () => {
    const long = `a,b\n${'x'.repeat(99_999)},${'é'.repeat(200)}\n${'y'.repeat(90_000)},${'ş'.repeat(50_000)}\n`;
    expect(await cells(long)).toEqual(
      long
        .trim()
        .split('\n')
        .map((line) => line.split(',')),
    );
  });
});

describe('delimiters [Q-25]', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2,5;3', ';'],
    ['a\tb\n1,2\t3;4', '\t'],
    ['a;b\n"x,y,z,w";1\n"p,q,r,s";2', ';'],
    ['"a,b";"c"\n"1,2";"3"', ';'],
    ['one\ntwo', ','],
    ['', ','],
  ])('of %j is %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});

describe('rows [I6]', () => {
  it('are numbered by the line they begin at; blank ones are left out', async () => {
    const rows = await read('a,b\r\n\r\n"x\r\ny","1\r\n2"\r\n,\r\n3,4');
    expect(rows.map(({ number, cells: row }) => [number, row])).toEqual([
      [1, ['a', 'b']],
      [3, ['x\r\ny', '1\r\n2']],
      [7, ['3', '4']],
    ]);
  });

  it('keep their own number of cells, so that a lost delimiter can be named', async () => {
    expect(await cells('a,b\n1\n1,2,3\n')).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  it('may hold doubled quotation marks, delimiters, other scripts and emoji', async () => {
    expect(await cells('a,b\n"say ""hi"", you","👩‍🚀"\n')).toEqual([
      ['a', 'b'],
      ['say "hi", you', '👩‍🚀'],
    ]);
  });

  it.each([
    ['a,b\n1,2\n3,"open\n4,5\n6,7\n', { code: 'questions/import-unreadable', reason: 'quoteOpen', line: 3 }],
    ['a,b\n1,2\n3,"x" y\n', { code: 'questions/import-unreadable', reason: 'quote', line: 3 }],
    ['a,b\n1,x"y\n', { code: 'questions/import-unreadable', reason: 'quote', line: 2 }],
    ['a,b\n1,2\n3,\0\n', { code: 'questions/import-unreadable', reason: 'nul', line: 3 }],
  ])('%j is refused with its line', async (content, expected) => {
    expect(await refusal(content)).toEqual(expected);
  });

  it('over a limit are refused, and the limit is named: rows, columns, characters of a cell', async () => {
    expect(await refusal(`a\n${'x\n'.repeat(1_001)}`)).toMatchObject({
      code: 'questions/import-too-large',
      limit: 'rows',
      max: 1_000,
    });
    expect(await refusal(`${'a,'.repeat(300)}b\n`)).toMatchObject({ limit: 'columns', max: 200 });
    expect(await refusal(`a,b\n1,${'x'.repeat(100_001)}\n`)).toMatchObject({ limit: 'cellCharacters' });
    expect(await refusal(`a,b\n"${'x\n'.repeat(1_000_000)}",1\n`)).toMatchObject({ limit: 'cellCharacters' });
  });

  it('refuse a line of 100 MB without holding it [I6]', async () => {
    const at = file('');
    writeFileSync(at, Buffer.alloc(100 * 1024 * 1024, 'x'));
    const before = process.memoryUsage().rss;
    await expect(async () => {
      for await (const _ of csvReader.rows(at, { encoding: 'utf-8', delimiter: ',' }, LIMITS));
    }).rejects.toMatchObject({ problem: { code: 'questions/import-too-large' } });
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it('come from text only: other kinds of file are not accepted by their name', () => {
    const accepts = (head: string | Buffer, name: string) => csvReader.accepts(Buffer.from(head), name);
    expect(accepts('a,b', 'x.csv')).toBe(true);
    expect(accepts('a\tb', 'x.TSV')).toBe(true);
    expect(accepts('a,b', 'x.pdf')).toBe(false);
    expect(accepts(Buffer.from('89504e470d0a1a0a', 'hex'), 'x.csv')).toBe(false);
    expect(accepts('PK\u0003\u0004', 'x.csv')).toBe(false);
    expect(accepts('%PDF-1.7', 'x.csv')).toBe(false);
  });
});
