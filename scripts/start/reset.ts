import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { clearLeftovers } from '@lyceum/database/embedded/postgres-leftovers.ts';
import { realPostgresDir } from '@lyceum/database/embedded/postgres-user.ts';
import { isRunning } from '@lyceum/database/embedded/process.ts';
import { line } from './progress.ts';
import { readRun } from './run-file.ts';
import { Trouble } from './trouble.ts';

/** Throws the data folder away after asking; refuses while a start uses it and where nobody can be asked. */
export async function reset(dataDir: string, isAgreed: boolean): Promise<void> {
  if (!existsSync(dataDir)) return;
  if (!looksLikeOurs(dataDir)) throw new Trouble(`${dataDir} does not look like a data folder of Lyceum, so it is left alone.`);
  const run = readRun(dataDir);
  if (run && isRunning(run.supervisor))
    throw new Trouble(`Lyceum still runs from this data folder (process ${run.supervisor.pid}). Stop it first.`);
  if (!isAgreed) await ask(dataDir);
  const postgres = realPostgresDir(path.join(dataDir, 'postgres'));
  await clearLeftovers(postgres);
  rmSync(postgres, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  line('Data', 'thrown away');
}

function looksLikeOurs(dataDir: string): boolean {
  try {
    return readFileSync(path.join(dataDir, 'secrets.json'), 'utf8').includes('masterKey');
  } catch {
    return existsSync(path.join(dataDir, 'postgres'));
  }
}

async function ask(dataDir: string): Promise<void> {
  if (!process.stdin.isTTY) throw new Trouble('Nobody can be asked here. Say --yes as well: npm start -- --reset --yes');
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await reader.question(`This deletes ${dataDir} with every account, exam and file in it. Type "yes" to go on: `);
  reader.close();
  if (answer.trim().toLowerCase() !== 'yes') throw new Trouble('Nothing was deleted.');
}
