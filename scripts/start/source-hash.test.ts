import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceHash } from './source-hash.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lyceum-hash-'));
  mkdirSync(path.join(root, 'src', 'node_modules'), { recursive: true });
  writeFileSync(path.join(root, 'src', 'page.ts'), 'one');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = (...extra: string[]): string => sourceHash(root, ['src', 'missing'], extra);

it('changes with content, name, a new file and what else is given', () => {
  const seen = new Set([hash(), hash('24')]);
  writeFileSync(path.join(root, 'src', 'page.ts'), 'two');
  seen.add(hash());
  renameSync(path.join(root, 'src', 'page.ts'), path.join(root, 'src', 'other.ts'));
  seen.add(hash());
  writeFileSync(path.join(root, 'src', 'new.ts'), '');
  seen.add(hash());
  expect(seen.size).toBe(5);
});

it('does not change with tests, installed packages or the time of a file', () => {
  const before = hash();
  writeFileSync(path.join(root, 'src', 'page.test.ts'), 'it()');
  writeFileSync(path.join(root, 'src', 'node_modules', 'x.js'), 'x');
  writeFileSync(path.join(root, 'src', 'page.ts'), 'one');
  expect(hash()).toBe(before);
});
