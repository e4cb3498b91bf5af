// npm run lock:complete: adds packages of other systems that npm left out of package-lock.json. With --check it only tells.
// Needs a Node that runs TypeScript (22.18 or newer) where nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(path.dirname(new URL(import.meta.url).pathname), '..');
const node24 = path.join(repository, 'node_modules', 'node', 'bin', 'node');
const node = existsSync(node24) ? node24 : process.execPath;
const script = path.join(repository, 'scripts', 'check', 'lock-platforms.ts');
process.exit(
  spawnSync(node, ['--disable-warning=ExperimentalWarning', script, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1,
);
