import { createWriteStream, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRefusal } from '@lyceum/core/contract';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { RawRow } from '../../../../domain/import/row.ts';
import { readerFor } from './registry.ts';
import { xlsxReader } from './xlsx.ts';
import { columnOf, dateText, isDateFormat, numberText } from './xlsx-values.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'questions-xlsx-'));
let next = 0;
const LIMITS = { rows: 1_000, fileBytes: 1e9 };

type Parts = Record<string, string | Buffer>;

/** A workbook of the given parts; what is not given is the least a workbook needs. */
async function book(parts: Parts): Promise<string> {
  const whole: Parts = {
    '[Content_Types].xml':
      '<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="One" sheetId="1" r:id="r1" xmlns:r="r"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>head</t></is></c></row>'),
    ...parts,
  };
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(whole)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  next += 1;
  const target = path.join(folder, `${next}.xlsx`);
  await pipeline(zip.outputStream, createWriteStream(target));
  return target;
}
const sheet = (rows: string) =>
  `<?xml version="1.0"?><worksheet><dimension ref="A1:B2"/><sheetData>${rows}</sheetData></worksheet>`;

async function read(at: string, source = {}, limits = LIMITS): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of xlsxReader.rows(at, source, limits)) rows.push(row);
  return rows;
}
async function refusal(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    if (isRefusal(error)) return { code: error.problem.code, ...error.params };
    throw error;
  }
  throw new Error('was not refused');
}

describe('values of cells [I5]', () => {
  it('are the same that a person sees: text, formatted runs, formulas by their result, dates, booleans, errors', async () => {
    const at = await book({
      'xl/sharedStrings.xml':
        '<sst><si><t>plain</t></si><si><r><t>for</t></r><r><rPr><b/></rPr><t xml:space="preserve">matted </t></r></si><si><t>漢字</t><rPh><t>カンジ</t></rPh></si><si><t>a_x000D_b</t></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd.mm.yyyy hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml': sheet(`
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="str"><f>"x"</f><v>done</v></c><c r="D3"><f>A1</f></c></row>
        <row r="7"><c r="A7" s="1"><v>45000</v></c><c r="B7" s="2"><v>45000.5</v></c><c r="C7" t="b"><v>1</v></c><c r="D7" t="e"><v>#REF!</v></c></row>
        <row r="8"><c r="A8"><v>0.30000000000000004</v></c><c r="B8"><v>1E3</v></c><c r="D8" t="inlineStr"><is><t>=1+1</t></is></c></row>
        <row r="9"><c r="A9" t="inlineStr"><is><t> </t></is></c></row>
        <row><c t="inlineStr"><is><t>no address</t></is></c><c><v>5</v></c></row>`),
    });
    expect(await read(at)).toEqual([
      { number: 1, cells: ['plain', 'formatted ', '漢字', 'a\rb'], cellErrors: [] },
      { number: 3, cells: ['inline', '2', 'done'], cellErrors: [] },
      { number: 7, cells: ['2023-03-15', '2023-03-15 12:00', 'TRUE', ''], cellErrors: [{ column: 3, value: '#REF!' }] },
      { number: 8, cells: ['0.3', '1000', '', '=1+1'], cellErrors: [] },
      { number: 10, cells: ['no address', '5'], cellErrors: [] },
    ]);
  });

  it('read dates of both calendars, and the day that never was', () => {
    expect([0.25, 1, 59, 61, 45000].map((serial) => dateText(serial, false))).toEqual([
      '06:00',
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2023-03-15',
    ]);
    expect([1, 43538].map((serial) => dateText(serial, true))).toEqual(['1904-01-02', '2023-03-15']);
    expect([
      isDateFormat('dd/mm/yyyy'),
      isDateFormat('"day" 0'),
      isDateFormat('[Red]0.00'),
      isDateFormat('General'),
      isDateFormat('h:mm'),
    ]).toEqual([true, false, false, false, true]);
    expect([columnOf('A1'), columnOf('Z9'), columnOf('AA1'), columnOf('XFD1'), columnOf(undefined)]).toEqual([
      0, 25, 26, 16383, -1,
    ]);
    expect([numberText('1'), numberText('-0.5'), numberText('x'), numberText('1e400')]).toEqual(['1', '-0.5', 'x', '1e400']);
  });

  it('equal those of a workbook written by another program, sheet by sheet', async () => {
    const workbook = new exceljs.Workbook();
    const first = workbook.addWorksheet('Soru “1”');
    first.addRows([
      ['kod', 'soru'],
      ['a', 'çğş 👩‍🚀'],
      [],
      ['b', { richText: [{ text: 'x' }, { text: 'y' }] }],
      [new Date('2026-03-01T00:00:00Z'), { formula: '1+1', result: 2 }],
    ]);
    workbook.addWorksheet('العربية', { state: 'hidden' }).addRow(['سؤال']);
    const at = path.join(folder, 'written.xlsx');
    await workbook.xlsx.writeFile(at);
    const { source, sheets } = await xlsxReader.detect(at, {});
    expect(sheets).toEqual([
      { name: 'Soru “1”', hidden: false },
      { name: 'العربية', hidden: true },
    ]);
    expect(source).toEqual({ sheet: 'Soru “1”' });
    expect((await read(at, source)).map(({ number, cells }) => [number, cells])).toEqual([
      [1, ['kod', 'soru']],
      [2, ['a', 'çğş 👩‍🚀']],
      [4, ['b', 'xy']],
      [5, ['2026-03-01', '2']],
    ]);
    expect((await read(at, { sheet: 'العربية' })).map(({ cells }) => cells)).toEqual([['سؤال']]);
    expect(await refusal(() => read(at, { sheet: 'gone' }))).toMatchObject({
      code: 'questions/import-unreadable',
      reason: 'sheet',
    });
  });
});

describe('what is no plain workbook is refused before a row is read [Q-24, I4]', () => {
  it.each<[string, string, string]>([
    ['d0cf11e0a1b11ae1', 'x.xlsx', 'encryptedOrOld'],
    ['d0cf11e0a1b11ae1', 'x.xls', 'oldExcel'],
    ['504b0304', 'x.xlsm', 'macros'],
    ['89504e470d0a1a0a', 'x.xlsx', 'unknown'],
    ['255044462d', 'x.xlsx', 'unknown'],
    ['504b0304', 'x.docx', 'unknown'],
    ['2e2e2e', 'x.json', 'unknown'],
  ])('bytes %s called %s: %s', async (head, name, reason) => {
    expect(await refusal(async () => readerFor(Buffer.from(head, 'hex'), name))).toEqual({
      code: 'questions/import-format',
      reason,
    });
  });

  it.each<[string, Parts, Record<string, unknown>]>([
    ['macros', { 'xl/vbaProject.bin': 'x' }, { code: 'questions/import-format', reason: 'macros' }],
    [
      'a macro type',
      { '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>' },
      { code: 'questions/import-format', reason: 'macros' },
    ],
    [
      'links to other workbooks',
      { 'xl/externalLinks/externalLink1.xml': '<x/>' },
      { code: 'questions/import-format', reason: 'externalLinks' },
    ],
    ['encryption', { EncryptedPackage: 'x' }, { code: 'questions/import-format', reason: 'encrypted' }],
    [
      'no sheet',
      { 'xl/workbook.xml': '<workbook><sheets/></workbook>' },
      { code: 'questions/import-unreadable', reason: 'noSheet' },
    ],
    [
      'a document type',
      { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>' },
      { code: 'questions/import-unreadable', reason: 'doctype' },
    ],
    ['broken XML', { 'xl/workbook.xml': '<workbook><sheets>' }, { code: 'questions/import-unreadable', reason: 'xml' }],
    [
      'wrong bytes',
      { 'xl/workbook.xml': Buffer.from('<workbook>\xff\xfe</workbook>', 'latin1') },
      { code: 'questions/import-unreadable', reason: 'encoding' },
    ],
  ])('%s', async (_, parts, expected) => {
    const at = await book(parts);
    expect(await refusal(() => xlsxReader.inspect(at))).toMatchObject(expected);
  });

  it('another ZIP, half a file, and no ZIP at all', async () => {
    const whole = await book({});
    const half = path.join(folder, 'half.xlsx');
    writeFileSync(half, readFileSync(whole).subarray(0, 300));
    expect(await refusal(() => xlsxReader.inspect(half))).toMatchObject({ code: 'questions/import-unreadable', reason: 'zip' });
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('x'), 'x.txt');
    zip.end();
    const other = path.join(folder, 'other.xlsx');
    await pipeline(zip.outputStream, createWriteStream(other));
    expect(await refusal(() => xlsxReader.inspect(other))).toMatchObject({
      code: 'questions/import-format',
      reason: 'notWorkbook',
    });
  });

  it('entities declared in a sheet or in the strings never grow [I4]', async () => {
    const laugh = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
      const at = await book({ [part]: `${laugh}<worksheet><si><t>&b;</t></si></worksheet>` });
      expect(await refusal(() => read(at))).toMatchObject({ reason: 'doctype' });
    }
  });
});

describe('limits are counted, not believed [Q-35, I4]', () => {
  it('a megabyte that inflates to more than the limit is refused, and memory stays small', async () => {
    const zip = new ZipFile();
    const piece = Buffer.alloc(9 * 1024 * 1024, ' ');
    for (let at = 0; at < 60; at += 1) zip.addBuffer(piece, `xl/media/${at}.bin`);
    zip.end();
    const target = path.join(folder, 'bomb.xlsx');
    await pipeline(zip.outputStream, createWriteStream(target));
    const before = process.memoryUsage().rss;
    expect(await refusal(() => xlsxReader.inspect(target))).toMatchObject({
      code: 'questions/import-too-large',
      limit: 'inflatedBytes',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it('one part with a ratio beyond belief is refused', async () => {
    const at = await book({ 'xl/worksheets/sheet1.xml': Buffer.alloc(60 * 1024 * 1024, ' ') });
    expect(await refusal(() => xlsxReader.inspect(at))).toMatchObject({ limit: 'zipRatio', max: 200 });
  });

  it('a size field that lies is found while inflating', async () => {
    const at = await book({ 'xl/worksheets/sheet1.xml': sheet(`<row r="1"><c r="A1"><v>${'1'.repeat(5_000)}</v></c></row>`) });
    const bytes = readFileSync(at);
    const real = Buffer.alloc(4);
    real.writeUInt32LE(Buffer.byteLength(sheet(`<row r="1"><c r="A1"><v>${'1'.repeat(5_000)}</v></c></row>`)));
    for (let found = bytes.indexOf(real); found >= 0; found = bytes.indexOf(real, found + 4)) bytes.writeUInt32LE(100, found);
    const lying = path.join(folder, 'lying.xlsx');
    writeFileSync(lying, bytes);
    expect(await refusal(() => read(lying))).toMatchObject({ code: 'questions/import-unreadable', reason: 'zip' });
  });

  it('a sheet that claims two rows and has more is stopped at the limit of rows', async () => {
    const rows = Array.from({ length: 1_010 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join('');
    const at = await book({ 'xl/worksheets/sheet1.xml': sheet(rows) });
    expect(await refusal(() => read(at))).toMatchObject({ limit: 'rows', max: 1_000 });
  });

  it('16,384 columns, a cell of a million characters and rows out of order are refused', async () => {
    const one = (row: string) => book({ 'xl/worksheets/sheet1.xml': sheet(row) });
    const wide = await one('<row r="1"><c r="XFD1"><v>1</v></c></row>');
    expect(await refusal(() => read(wide))).toMatchObject({ limit: 'columns', max: 200 });
    const long = await one(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(1_000_000)}</t></is></c></row>`);
    expect(await refusal(() => read(long))).toMatchObject({ limit: 'cellCharacters' });
    const mixed = await one('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>');
    expect(await refusal(() => read(mixed))).toMatchObject({ reason: 'rowOrder' });
    const deep = await one(`<row r="1">${'<x>'.repeat(100)}${'</x>'.repeat(100)}</row>`);
    expect(await refusal(() => read(deep))).toMatchObject({ reason: 'xmlDepth' });
  });

  it('entries that share bytes are refused', async () => {
    const bytes = readFileSync(await book({}));
    // The second entry of the directory is pointed at the first one's data.
    const directory = bytes.indexOf(Buffer.from('504b0102', 'hex'));
    const second = bytes.indexOf(Buffer.from('504b0102', 'hex'), directory + 4);
    bytes.copy(bytes, second + 42, directory + 42, directory + 46);
    const overlapping = path.join(folder, 'overlap.xlsx');
    writeFileSync(overlapping, bytes);
    expect(await refusal(() => xlsxReader.inspect(overlapping))).toMatchObject({
      code: 'questions/import-unreadable',
      reason: 'overlap',
    });
  });

  it('more parts than a workbook ever has are refused', async () => {
    const bytes = readFileSync(await book({}));
    const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
    bytes.writeUInt16LE(60_000, end + 8);
    bytes.writeUInt16LE(60_000, end + 10);
    const at = path.join(folder, 'many.xlsx');
    writeFileSync(at, bytes);
    expect(await refusal(() => xlsxReader.inspect(at))).toMatchObject({ limit: 'zipEntries' });
  });
});
