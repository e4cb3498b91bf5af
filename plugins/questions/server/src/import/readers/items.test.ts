import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRefusal } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import type { ExchangeItem } from '../../../../domain/exchange/item.ts';
import { aikenReader } from './aiken.ts';
import { giftReader } from './gift.ts';
import type { ItemReader } from './item-reader.ts';
import { jsonReader } from './json.ts';
import { moodleXmlReader } from './moodle-xml.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'questions-items-'));
let next = 0;
function file(content: string | Buffer): string {
  next += 1;
  const target = path.join(folder, String(next));
  writeFileSync(target, content);
  return target;
}

async function read(reader: ItemReader, content: string | Buffer, rows = 1_000): Promise<ExchangeItem[]> {
  const at = file(content);
  await reader.inspect(at);
  const { source } = await reader.detect(at, {});
  const items: ExchangeItem[] = [];
  for await (const item of reader.items(at, source, { rows, fileBytes: 1e9 })) items.push(item);
  return items;
}

async function refusal(work: Promise<unknown>) {
  const problem = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (isRefusal(problem)) return { code: problem.problem.code, ...problem.params };
  throw new Error(`was not refused: ${String(problem)}`);
}

const QUESTIONS: readonly [ItemReader, string][] = [
  [giftReader, 'Déjà vu – çığ “x”?{T}\n'],
  [aikenReader, 'Déjà vu – çığ “x”?\nA. a\nB. b\nANSWER: A\n'],
  [jsonReader, '[{"type":"true-false","stem":"Déjà vu – çığ “x”?","key":{"correct":["true"]}}]'],
  [
    moodleXmlReader,
    '<quiz><question type="truefalse"><questiontext format="plain_text"><text>Déjà vu – çığ “x”?</text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>',
  ],
];

describe.each(QUESTIONS.map(([reader, text]) => [reader.format, reader, text] as const))('%s files', (_, reader, text) => {
  it('are read in UTF-8 with and without mark and in UTF-16 [Q-25, I6]', async () => {
    for (const bytes of [text, `\uFEFF${text}`, Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      expect((await read(reader, bytes))[0]?.question?.stem).toBe('Déjà vu – çığ “x”?');
    }
  });

  it('have their bytes repaired where they are Windows-1252 [Q-25]', async () => {
    const bytes = Buffer.from(
      text.replaceAll('çığ', 'x').replaceAll('–', '\x96').replaceAll('“', '\x93').replaceAll('”', '\x94'),
      'latin1',
    );
    expect((await read(reader, bytes))[0]?.question?.stem).toBe('Déjà vu – x “x”?');
  });

  it('are refused beyond the limit of questions, and when empty they hold none', async () => {
    const many =
      reader.format === 'json'
        ? `[${Array(5).fill(text.slice(1, -1)).join(',')}]`
        : reader.format === 'moodle-xml'
          ? `<quiz>${text.slice(6, -7).repeat(5)}</quiz>`
          : `${text}\n`.repeat(5);
    expect(await read(reader, many)).toHaveLength(5);
    expect(await refusal(read(reader, many, 4))).toMatchObject({ code: 'questions/import-too-large', limit: 'rows', max: 4 });
    const empty = reader.format === 'json' ? '[]' : reader.format === 'moodle-xml' ? '<quiz/>' : '\n\n';
    expect(await read(reader, empty)).toEqual([]);
  });
});

describe('files that hurt', () => {
  it('a line of 100 MB, a NUL and a brace that never closes are refused without being held [I6]', async () => {
    expect(await refusal(read(giftReader, 'x'.repeat(2_000_000)))).toMatchObject({ limit: 'itemCharacters' });
    expect(await refusal(read(aikenReader, 'Q\n\0\n'))).toMatchObject({ reason: 'nul', line: 2 });
    expect(await refusal(read(giftReader, `Q{\n${'=a\n'.repeat(500_000)}`))).toMatchObject({ limit: 'itemCharacters' });
  });

  it('JSON nested 100,000 deep is refused [I7]', async () => {
    expect(await refusal(read(jsonReader, '['.repeat(100_000)))).toMatchObject({ limit: 'itemDepth' });
  });

  it('line ends on the border of two pieces count once', async () => {
    const items = await read(giftReader, `// ${'x'.repeat(256 * 1024 - 4)}\r\nQ{T}\r\n\r\nR{F}\r\n`);
    expect(items.map(({ number }) => number)).toEqual([2, 4]);
  });
});

describe('media inside Moodle XML [Q-27]', () => {
  const harbour = readFileSync(new URL('../../../../../../tests/fixtures/exchange/moodle/harbour.xml', import.meta.url));

  it('comes under the names that the questions use, byte by byte', async () => {
    const found: { name: string; sizeBytes: number; start: string }[] = [];
    for await (const { name, sizeBytes, bytes } of moodleXmlReader.media(file(harbour))) {
      const parts: Buffer[] = [];
      for await (const part of bytes()) parts.push(part);
      found.push({ name, sizeBytes, start: Buffer.concat(parts).subarray(1, 4).toString('latin1') });
    }
    expect(found).toEqual([{ name: '1/two boats.png', sizeBytes: 70, start: 'PNG' }]);
  });

  it('none in the other formats', async () => {
    const readers: readonly ItemReader[] = [giftReader, aikenReader, jsonReader];
    for (const reader of readers) {
      for await (const { name } of reader.media(file('[]'))) throw new Error(name);
    }
  });
});
