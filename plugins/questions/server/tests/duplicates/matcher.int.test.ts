import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTopic, type Topic } from '../../../contract/index.ts';
import { nearText } from '../../../domain/duplicates/near-text.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { databaseConfig } from '../../src/database-config.ts';
import { createMatcher } from '../../src/duplicates/matcher.ts';
import { make } from '../bank/bank.ts';
import { uniqueName } from '../support.ts';
import { words } from './pairs.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
let folder: string;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Matcher') } })).body;
  folder = await mkdtemp(path.join(tmpdir(), 'lyceum-matcher-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const textOf = (stem: string) => nearText(sample({ stem }));

describe('the matcher of an import [Q-39]', () => {
  it('finds what rows are like in the bank and in the rows before them, and never the question a row changes', async () => {
    const stem = words();
    const made = await make(kit, editor, topic.documentId, { stem });
    const matcher = createMatcher({ database: databaseConfig(), threshold: 0.6 });
    try {
      expect(await matcher.load()).toBeGreaterThan(0);
      const [changed, first, second, other] = await matcher.match([
        { id: made.code, text: textOf(`${stem} again`) },
        { id: 'row-1', text: textOf(`${stem} now`) },
        { id: 'row-2', text: textOf(`${stem} now`) },
        { id: 'row-3', text: textOf(words()) },
      ]);
      expect(changed?.matches).toEqual([]);
      expect(first?.matches.map(({ id, code }) => [id, code])).toContainEqual([made.documentId, made.code]);
      expect(second?.matches[0]).toMatchObject({ id: 'row-1', code: null, similarity: 1 });
      expect(other).toEqual({ matches: [], isLimited: false });
      expect(await matcher.match([])).toEqual([]);
    } finally {
      await matcher.close();
    }
    await expect(matcher.match([{ id: 'x', text: 'x' }])).rejects.toThrow('ended');
  });

  it('says why when the database cannot be reached, instead of hanging', async () => {
    const matcher = createMatcher({
      database: { ...databaseConfig(), connectionString: 'postgres://127.0.0.1:1/none' },
      threshold: 0.6,
    });
    await expect(matcher.load()).rejects.toThrow('comparison failed');
    await matcher.close();
  });

  it('works inside a child with 256 MB of heap for 30,000 rows that all say nearly the same [I8]', async () => {
    const file = path.join(folder, 'child.mjs');
    const at = (name: string) => JSON.stringify(pathToFileURL(path.resolve(import.meta.dirname, name)).href);
    writeFileSync(
      file,
      `import { createMatcher } from ${at('../../src/duplicates/matcher.ts')};
       const matcher = createMatcher({ database: ${JSON.stringify(databaseConfig())}, threshold: 0.6 });
       await matcher.load();
       let limited = 0;
       for (let at = 0; at < 30_000; at += 1_000) {
         const rows = Array.from({ length: 1_000 }, (_, n) => ({ id: String(at + n), text: ${JSON.stringify(words())} + (at + n) }));
         for (const { matches, isLimited } of await matcher.match(rows)) {
           if (matches.length > 20) throw new Error('unbounded');
           if (isLimited) limited += 1;
         }
       }
       await matcher.close();
       process.send({ limited, rssMb: process.resourceUsage().maxRSS / 1024 });`,
    );
    const child = fork(file, [], { execArgv: ['--max-old-space-size=256'], env: { ...process.env, NODE_OPTIONS: '' } });
    const told = await new Promise<{ limited: number; rssMb: number }>((resolve, reject) => {
      child.once('message', resolve as (message: unknown) => void);
      child.once('exit', (code) => reject(new Error(`The child ended with ${code}`)));
    });
    child.kill();
    expect(told.limited).toBeGreaterThan(25_000);
    expect(told.rssMb).toBeLessThan(300);
  });
});
