import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseGift } from './parse.ts';

const FOLDER = fileURLToPath(new URL('../../../../../../shared/data/gift', import.meta.url));
const pairs = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.gift')) : [];
const text = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');

describe.skipIf(pairs.length === 0)('GIFT files with a known reading (skipped where ../shared/data/gift is absent)', () => {
  it('are the 26 pairs that are known', () => {
    expect(pairs).toHaveLength(26);
  });

  it.each(pairs)('%s: stem, type, options, weights, feedback, tolerance, title and tags are as expected', (name) => {
    const entries = parseGift(text(name));
    expect(entries.flatMap(({ messages }) => messages)).toEqual([]);
    expect(entries.map(({ question }) => question)).toEqual(JSON.parse(text(name.replace('.gift', '.json'))));
  });
});
