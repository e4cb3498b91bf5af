import { mkdirSync, statfsSync } from 'node:fs';
import type { Env } from '@lyceum/config/env';
import { isPortFree, portSentence } from '@lyceum/database/embedded/port.ts';
import { Trouble } from './trouble.ts';

const NEEDED_BYTES = 1024 ** 3;

/** Refuses when the disk of the data folder is nearly full: a database without space is worse than none. */
export function checkDisk(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const disk = statfsSync(dataDir);
  const free = disk.bavail * disk.bsize;
  if (free >= NEEDED_BYTES) return;
  throw new Trouble(
    `Only ${Math.round(free / 1024 ** 2)} MB are free where the data folder lies (${dataDir}); Lyceum needs 1 GB. Free some space, or set LYCEUM_DATA to a folder on another disk.`,
  );
}

/** Names every port that is taken, by whom where the system tells, and the variable that changes it. */
export async function checkPorts(env: Env): Promise<void> {
  const wanted = [
    { port: env.server.sitePort, variable: 'SITE_PORT' },
    { port: env.server.cmsPort, variable: 'CMS_PORT' },
    { port: env.jobs.healthPort, variable: 'JOBS_PORT' },
  ];
  const sentences: string[] = [];
  for (const { port, variable } of wanted) {
    if (!(await isPortFree(port)))
      sentences.push(`${portSentence(port)} Stop that process, or start with another port: ${variable}=${port + 1000} npm start`);
  }
  if (sentences.length > 0) throw new Trouble(sentences.join('\n'));
}
