import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { IMPORT_FORMATS } from '../../plugins/questions/contract/index.ts';
import { FOUND } from './corpus.ts';
import { mutated } from './mutate.ts';
import { randomOf } from './random.ts';
import { readFile } from './read-file.ts';

const cases = IMPORT_FORMATS.flatMap((format) => {
  const folder = path.join(FOUND, format);
  return existsSync(folder) ? readdirSync(folder).map((name) => [format, path.join(folder, name)] as const) : [];
});

describe('files that once broke a reader', () => {
  it.each(cases)('%s %s is read to its end or refused in words [I4]', async (format, file) => {
    expect((await readFile(file, format)).kind).toMatch(/^(?:read|refused)$/);
  });

  it('are looked for in the folders of the formats only', () => {
    const folders = existsSync(FOUND) ? readdirSync(FOUND, { withFileTypes: true }).filter((one) => one.isDirectory()) : [];
    expect(folders.map(({ name }) => name).filter((name) => !IMPORT_FORMATS.some((format) => format === name))).toEqual([]);
  });
});

it('a seed decides a run: the same one gives the same files', () => {
  const run = (seed: number) =>
    mutated(Buffer.from('What is 2 + 2?\nA. 3\nB. 4\nANSWER: B\n'), randomOf(seed), Buffer.from('x,y\n1,2\n')).toString('hex');
  expect([1, 2, 3, 4, 5].map(run)).toEqual([1, 2, 3, 4, 5].map(run));
  expect(new Set([1, 2, 3, 4, 5].map(run)).size).toBeGreaterThan(3);
});
