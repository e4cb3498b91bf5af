type Entry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
  [more: string]: unknown;
};
export type Lock = { packages: Record<string, Entry> };

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/**
 * npm leaves a package of another system out of the lock file when its registry could not tell about it while the
 * file was written, and `npm ci` refuses such a file (npm 11). Adds what is missing: the version its parent
 * names exactly, and the system its name ends with. Returns the names it added.
 */
export function completeLock(lock: Lock): string[] {
  const added: string[] = [];
  for (const [place, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const wanted = whereItWouldLie(place, name);
      if (!EXACT.test(version) || isThere(lock, place, name)) continue;
      const system = systemOf(name);
      if (system === null) continue;
      lock.packages[wanted] = { version, ...(parent.dev ? { dev: true } : {}), optional: true, ...system };
      added.push(name);
    }
  }
  if (added.length > 0) sort(lock);
  return added;
}

/** Beside its parent: the same node_modules folder. */
function whereItWouldLie(parent: string, name: string): string {
  const end = parent.lastIndexOf('node_modules/');
  return `${parent.slice(0, end)}node_modules/${name}`;
}

/** Looks where Node would look: below the parent, then in every node_modules above it. */
function isThere(lock: Lock, parent: string, name: string): boolean {
  const parts = parent.split('/node_modules/');
  const above = parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/`);
  return [...above, ''].some((folder) => lock.packages[`${folder}node_modules/${name}`] !== undefined);
}

function systemOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | null {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((each) => words.includes(each));
  const cpu = PROCESSORS.find((each) => words.includes(each));
  if (cpu === undefined) return null;
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') && os === 'linux' ? ['glibc'] : null;
  return { cpu: [cpu], ...(libc ? { libc } : {}), ...(os ? { os: [os] } : {}) };
}

function sort(lock: Lock): void {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
}
