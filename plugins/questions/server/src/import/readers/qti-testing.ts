import { createWriteStream, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ExchangeItem } from '../../../../domain/exchange/item.ts';
import { qtiReader } from './qti.ts';

export const EXCHANGE_FIXTURES = path.resolve(import.meta.dirname, '../../../../../../tests/fixtures/exchange');
const folder = mkdtempSync(path.join(tmpdir(), 'questions-qti-'));
let next = 0;

/** A place for a file that one test writes. */
export function newFile(ending: string): string {
  next += 1;
  return path.join(folder, `${next}${ending}`);
}

/** A ZIP of the given files, in the given order. */
export async function zipOf(files: readonly (readonly [string, string | Buffer])[]): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(Buffer.from(content), name, { mtime: new Date(0) });
  zip.end();
  const target = newFile('.zip');
  await pipeline(zip.outputStream, createWriteStream(target));
  return target;
}

/** A folder of the fixtures as a ZIP. */
export async function zipFixture(name: string): Promise<string> {
  const root = path.join(EXCHANGE_FIXTURES, name);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(root, file)).isFile())
    .sort();
  return zipOf(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(root, file))] as const));
}

/** Every item of a file. */
export async function itemsOf(file: string, rows = 1_000): Promise<ExchangeItem[]> {
  const items: ExchangeItem[] = [];
  for await (const item of qtiReader.items(file, {}, { rows, fileBytes: 1e9 })) items.push(item);
  return items;
}
