import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findOnPath } from '@lyceum/database/embedded/native.ts';
import { findRedis } from '@lyceum/database/embedded/redis.ts';
import { step } from './progress.ts';
import { Trouble } from './trouble.ts';

/** Makes sure there is a Redis program: found, installed by apt (root on Debian), or told how to get. */
export async function ensureRedisProgram(): Promise<void> {
  if (findRedis() !== null) return;
  if (mayInstallByApt()) {
    await step(
      'Redis',
      'not on this machine, installing redis-server by apt',
      () => installByApt(['redis-server']),
      () => 'redis-server installed by apt',
    );
    if (findRedis() !== null) return;
  }
  throw new Trouble(
    `Lyceum needs Redis or Valkey, and this machine has neither. Install it with: ${installCommand('redis-server')}\nOr set REDIS_URL to a server of your own.`,
  );
}

export function mayInstallByApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && findOnPath(['apt-get']) !== null;
}

/** Installs Debian packages; refuses with apt's own words. */
export async function installByApt(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: readonly string[]) => spawnSync('apt-get', args, { env, encoding: 'utf8' });
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  if (run(install).status === 0) return;
  run(['update', '-q']);
  const second = run(install);
  if (second.status !== 0)
    throw new Trouble(`apt could not install ${packages.join(' ')}:\n${second.stderr.trim().split('\n').slice(-5).join('\n')}`);
}

/** The one command for this system. */
export function installCommand(debianPackage: 'redis-server' | 'chromium'): string {
  const other = debianPackage === 'redis-server' ? 'valkey' : 'chromium';
  if (process.platform === 'darwin') return debianPackage === 'chromium' ? 'brew install --cask chromium' : 'brew install valkey';
  if (findOnPath(['apt-get'])) return `sudo apt-get install ${debianPackage}`;
  if (findOnPath(['dnf'])) return `sudo dnf install ${other}`;
  if (findOnPath(['pacman'])) return `sudo pacman -S ${other}`;
  if (findOnPath(['apk'])) return `sudo apk add ${other}`;
  return `the package "${other}" of your system`;
}
