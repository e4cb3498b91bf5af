import { expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

it.each(['/', '/exams', '/exams/technician?x=1#top', '/ar/sınav'])('keeps a path of this site: %s', (path) => {
  expect(decodeURI(safeNext(path))).toBe(path);
});

it.each([
  undefined,
  '',
  'exams',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/..//evil.example',
  '/a/..//evil.example',
  '/\n/evil.example',
])('turns anything else into the start page: %s [X-20]', (path) => {
  expect(safeNext(path)).toBe('/');
});
