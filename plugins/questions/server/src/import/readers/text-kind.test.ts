import { describe, expect, it } from 'vitest';
import { aikenReader } from './aiken.ts';
import { csvReader } from './csv.ts';
import { giftReader } from './gift.ts';
import { jsonReader } from './json.ts';
import { moodleXmlReader } from './moodle-xml.ts';
import { readerFor } from './registry.ts';

const READERS = [jsonReader, moodleXmlReader, giftReader, aikenReader];
/** Formats whose reader would take the file; a table of text comes last and takes what nobody else does. */
const taken = (head: string | Buffer, name: string): string[] =>
  READERS.filter((reader) => reader.accepts(Buffer.from(head), name)).map(({ format }) => format);
const first = (head: string | Buffer, name: string) => readerFor(Buffer.from(head), name).format;

const AIKEN = 'What is it?\nA. this\nB. that\nANSWER: B\n';
const GIFT = '// a file\n::One::Is it so? {TRUE}\n';
const TABLE = 'stem,option_a,option_b,key\n"Is {x} = 3?",yes,no,A\n';

describe('which reader takes a text file', () => {
  it.each([
    ['[{"type":"number"}]', 'x.json', ['json']],
    ['\uFEFF {\n"questions":[]}', 'x.json', ['json']],
    ['{"questions":[]}', 'x.txt', ['json']],
    ['hello', 'x.json', []],
    ['<?xml version="1.0"?>\n<!-- made -->\n<quiz>', 'x.xml', ['moodle-xml']],
    ['<quiz>', 'x.txt', ['moodle-xml']],
    ['<?xml version="1.0"?><questestinterop>', 'x.xml', []],
    [GIFT, 'x.gift', ['gift']],
    [GIFT, 'x.txt', ['gift']],
    ['Two plus two {=four =4}', 'x.txt', ['gift']],
    ['$CATEGORY: top/Maths\n\nA text', 'x.TXT', ['gift']],
    ['Pi? {#3.14:0.01}', 'x.txt', ['gift']],
    [AIKEN, 'x.txt', ['aiken']],
    [AIKEN.replaceAll('\n', '\r\n'), 'x.txt', ['aiken']],
    [Buffer.from(`\uFEFF${AIKEN}`, 'utf16le'), 'x.txt', ['aiken']],
    [AIKEN.replace('. this', ') this').replace('. that', ') that'), 'x.txt', ['aiken']],
    [TABLE, 'x.txt', []],
    [TABLE, 'x.csv', []],
    [AIKEN, 'x.csv', []],
    ['a\tb\n1\t2\n', 'x.tsv', []],
    ['PK\u0003\u0004', 'x.gift', []],
    [Buffer.from('89504e470d0a1a0a', 'hex'), 'x.json', []],
  ])('%j as %s is taken by at most one of them', (head, name, formats) => {
    expect(taken(head, name)).toEqual(formats);
  });

  it('leaves every other text to the table, and nothing of another kind', () => {
    expect([first(TABLE, 'x.txt'), first(TABLE, 'x.csv'), first(AIKEN, 'x.csv')]).toEqual(['csv', 'csv', 'csv']);
    expect([first(GIFT, 'x.txt'), first(AIKEN, 'x.txt')]).toEqual(['gift', 'aiken']);
    expect(csvReader.accepts(Buffer.from('hello'), 'x.json')).toBe(false);
    expect(() => first('hello', 'x.json')).toThrow();
  });

  it.each([' ', '\n', '\r\n', 'A. x\n', '{', '<!--', '[', 'ANSWER: ', '::', ':: ', '$CATEGORY'])(
    'is decided at once for a head of %j [I11]',
    (sign) => {
      const started = performance.now();
      taken(sign.repeat(4_096 / sign.length), 'x.txt');
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );
});
