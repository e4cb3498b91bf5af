import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findOnPath } from './native.ts';

/** The system user PostgreSQL runs as; it refuses root. */
export type SystemUser = { readonly uid: number; readonly gid: number; readonly home: string };

/** Folder for what that user must reach when our own folders are closed to it. */
const OPEN_PLACE = '/var/lib/lyceum';
const OWNER_NOTE = 'belongs-to.txt';
const NOTE = 'the-database-is-elsewhere.txt';

/**
 * Null when we are not root and run PostgreSQL ourselves. As root: the user `postgres` where the system
 * has one, else `lyceum`, made when it is missing, else `nobody`.
 */
export function postgresUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = lookUp('postgres') ?? lookUp('lyceum');
  if (found) return found;
  const useradd = findOnPath(['useradd']);
  if (useradd)
    spawnSync(useradd, ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'lyceum'], {
      stdio: 'ignore',
    });
  const made = lookUp('lyceum') ?? lookUp('nobody');
  if (!made) throw new Error('PostgreSQL cannot run as root and no other user could be made. Start Lyceum as an ordinary user.');
  return made;
}

function lookUp(name: string): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  if (line === undefined) return null;
  const [, , uid, gid, , home] = line.split(':');
  return { uid: Number(uid), gid: Number(gid), home: home ?? '/' };
}

/** True when the user can enter the folder, through all the folders above it. */
function canEnter(user: SystemUser, folder: string): boolean {
  return spawnSync('/usr/bin/test', ['-x', folder], { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

/**
 * The folder the database lives in: the wanted one, or, when its user cannot get there (a home of mode
 * 0700), one below /var/lib/lyceum that is always the same for the wanted one.
 */
export function reachableDataDir(wanted: string, user: SystemUser | null): string {
  if (user === null) return wanted;
  mkdirSync(wanted, { recursive: true });
  chownSync(wanted, user.uid, user.gid);
  if (canEnter(user, wanted)) return wanted;
  const folder = openFolderFor(wanted);
  const place = path.dirname(folder);
  removeAbandoned();
  mkdirSync(place, { recursive: true });
  chmodSync(OPEN_PLACE, 0o755);
  chmodSync(place, 0o755);
  mkdirSync(folder, { recursive: true });
  chownSync(folder, user.uid, user.gid);
  writeFileSync(path.join(place, OWNER_NOTE), wanted);
  writeFileSync(path.join(wanted, NOTE), `The database's user cannot enter this folder; its files are in ${folder}\n`);
  return folder;
}

function openFolderFor(wanted: string): string {
  return path.join(OPEN_PLACE, createHash('sha256').update(wanted).digest('hex').slice(0, 12), 'postgres');
}

/** Clusters of temporary folders that are gone. A folder elsewhere may only be unmounted, so its cluster stays. */
function removeAbandoned(): void {
  if (!existsSync(OPEN_PLACE)) return;
  for (const name of readdirSync(OPEN_PLACE)) {
    const place = path.join(OPEN_PLACE, name);
    const note = path.join(place, OWNER_NOTE);
    const wanted = existsSync(note) ? readFileSync(note, 'utf8') : null;
    if (wanted?.startsWith(`${tmpdir()}/`) && !existsSync(wanted)) rmSync(place, { recursive: true, force: true });
  }
}

/** Where the files of a cluster are, when it was made earlier: the wanted folder or the open one. */
export function realPostgresDir(wanted: string): string {
  return existsSync(path.join(wanted, NOTE)) ? openFolderFor(wanted) : wanted;
}

/** The folder with `bin/postgres`: the package's own, or a copy that the database's user can reach. */
export function reachableBinaries(native: string, version: string, user: SystemUser | null): string {
  if (user === null || canEnter(user, path.join(native, 'bin'))) return native;
  const copy = path.join(OPEN_PLACE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(OPEN_PLACE, { recursive: true });
  chmodSync(OPEN_PLACE, 0o755);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, copy);
  } catch (cause) {
    // Another start finished its copy first.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw cause;
  }
  return copy;
}
