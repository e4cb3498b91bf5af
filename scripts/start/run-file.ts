import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endProcess, isRunning, markOf, type ProcessMark } from '@lyceum/database/embedded/process.ts';
import { z } from 'zod';
import { Trouble } from './trouble.ts';

const Mark = z.object({ pid: z.number().int(), startTime: z.string() });
const Run = z.object({
  supervisor: Mark,
  state: z.enum(['starting', 'ready', 'stopping']),
  publicUrl: z.string(),
  ports: z.record(z.string(), z.number().int()),
  processes: z.record(z.string(), Mark),
});

/** What `<data>/run.json` says about the start that uses this data folder. */
export type Run = z.infer<typeof Run>;

const fileIn = (dataDir: string): string => path.join(dataDir, 'run.json');

export function readRun(dataDir: string): Run | null {
  try {
    return Run.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
  } catch {
    // None, or one that a kill left half written: both mean that nothing is known.
    return null;
  }
}

/**
 * Takes the data folder for this start. Refuses when another start uses it; ends the processes that a
 * killed one left behind.
 */
export async function takeDataDir(
  dataDir: string,
  publicUrl: string,
): Promise<{ ended: string[]; write: (change: Partial<Run>) => void; remove: () => void }> {
  mkdirSync(dataDir, { recursive: true });
  const old = readRun(dataDir);
  if (old && isRunning(old.supervisor)) {
    throw new Trouble(
      `Lyceum already runs from this data folder (process ${old.supervisor.pid}, ${old.publicUrl}). Stop it first, or set LYCEUM_DATA to another folder and other ports.`,
    );
  }
  const ended = await endLeftovers(Object.entries(old?.processes ?? {}));
  const supervisor = markOf(process.pid);
  if (supervisor === null) throw new Error('This process cannot find itself.');
  let run: Run = { supervisor, state: 'starting', publicUrl, ports: {}, processes: {} };

  const write = (change: Partial<Run>): void => {
    run = { ...run, ...change, ports: { ...run.ports, ...change.ports }, processes: { ...run.processes, ...change.processes } };
    const draft = `${fileIn(dataDir)}.draft`;
    writeFileSync(draft, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, fileIn(dataDir));
  };
  write({});
  return { ended, write, remove: () => rmSync(fileIn(dataDir), { force: true }) };
}

/** The embedded parts end their own leftovers; here go the Node processes. */
async function endLeftovers(processes: [string, ProcessMark][]): Promise<string[]> {
  const alive = processes.filter(([name, mark]) => name !== 'postgres' && name !== 'redis' && isRunning(mark));
  await Promise.all(
    alive.map(([, mark]) =>
      endProcess(mark, [
        { signal: 'SIGTERM', waitMs: 5_000 },
        { signal: 'SIGKILL', waitMs: 2_000 },
      ]),
    ),
  );
  return alive.map(([name]) => name);
}
