import { existsSync } from 'node:fs';
import { findOnPath } from '@lyceum/database/embedded/native.ts';
import { findRedis } from '@lyceum/database/embedded/redis.ts';
import { line } from '../start/progress.ts';
import { installByApt, installCommand, mayInstallByApt } from '../start/redis-program.ts';
import { Trouble } from '../start/trouble.ts';

/** The browser of the journeys: CHROMIUM_PATH, or what the system calls it. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given && existsSync(given)) return given;
  const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
  return findOnPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) ?? (existsSync(mac) ? mac : null);
}

/** Programs the tests need beside packages: installed by apt as root on Debian, which is said; elsewhere named. */
export async function ensurePrograms(needsBrowser: boolean): Promise<void> {
  const missing: ('redis-server' | 'chromium')[] = [];
  if (findRedis() === null) missing.push('redis-server');
  if (needsBrowser && findChromium() === null) missing.push('chromium');
  if (missing.length === 0) return;
  if (!mayInstallByApt()) {
    throw new Trouble(
      `The tests need ${missing.join(' and ')}, which this machine does not have. Install with: ${missing.map(installCommand).join(' && ')}`,
    );
  }
  line('Programs', `installing by apt: ${missing.join(', ')} …`);
  const began = performance.now();
  await installByApt(missing);
  line('Programs', `installed by apt: ${missing.join(', ')}`, performance.now() - began);
}
