import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { examProblems } from '../../../contract/index.ts';

const ADMIN = path.resolve(import.meta.dirname, '..');
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `${name}.json`), 'utf8'));
const en = read('en');

it('has every text in Turkish and Arabic too', () => {
  for (const locale of ['tr', 'ar']) expect(Object.keys(read(locale)).sort(), locale).toEqual(Object.keys(en).sort());
});

it('has a sentence for every refusal of the contract', () => {
  for (const { code } of Object.values(examProblems)) expect(en, code).toHaveProperty([`problem.${code}`]);
});

it('has every text the pages ask for by name', () => {
  const files = readdirSync(ADMIN, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  const missing = files.flatMap((file) =>
    [...readFileSync(path.join(ADMIN, file), 'utf8').matchAll(/\bt\('([^']+)'/g)]
      .map(([, key]) => key ?? '')
      .filter((key) => !(key in en)),
  );
  expect(missing).toEqual([]);
});
