import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { type Line, table } from './compare.ts';
import { autosave } from './measures/autosave.ts';
import { importing } from './measures/import.ts';
import { nearDuplicates } from './measures/near-duplicates.ts';
import { page } from './measures/page.ts';
import { questionList } from './measures/question-list.ts';
import { start } from './measures/start.ts';
import { storm } from './measures/storm.ts';
import { submit } from './measures/submit.ts';
import { onStage, type Stage } from './stage.ts';

/** Every measure by name; `npm run bench -- autosave submit` runs some. */
const MEASURES: Record<string, (stage: Stage) => Promise<Line[]>> = {
  start,
  autosave,
  submit,
  storm,
  page,
  importing,
  'question-list': questionList,
  'near-duplicates': nearDuplicates,
};

const OUTPUT = path.resolve(import.meta.dirname, '..', 'output');

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
  const unknown = wanted.filter((name) => !(name in MEASURES));
  if (unknown.length > 0)
    throw new Error(`There is no measure ${unknown.join(', ')}. There are: ${Object.keys(MEASURES).join(', ')}.`);
  const names = wanted.length > 0 ? wanted : Object.keys(MEASURES);
  const lines = await onStage(async (stage) => {
    const all: Line[] = [];
    for (const name of names) {
      console.log(`measuring ${name} …`);
      all.push(...((await MEASURES[name]?.(stage)) ?? []));
    }
    return all;
  });
  console.log(`\n${table(lines)}\n`);
  const machine = {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  mkdirSync(OUTPUT, { recursive: true });
  const file = path.join(OUTPUT, 'bench.json');
  writeFileSync(file, `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, lines }, null, 2)}\n`);
  console.log(`written to ${path.relative(process.cwd(), file)}`);
}

await main();
