// What every entry point does first, on whatever Node 20 or newer the machine has and without any package:
// install when the lock file changed, then go on under the Node 24 that was installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const LOCK = path.join(REPOSITORY, 'package-lock.json');
const MODULES = path.join(REPOSITORY, 'node_modules');
const STAMP = path.join(MODULES, '.lyceum-install');
const NODE_24 = path.join(MODULES, 'node', 'bin', 'node');
const INSTALL_NEEDS_BYTES = 3 * 1024 ** 3;

/** Ends with one sentence instead of a stack. */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256').update(readFileSync(LOCK)).update(`${process.platform}-${process.arch}`).digest('hex');
}

/**
 * True when every package of the lock file lies in node_modules in its version, as after `npm install`
 * by hand. Packages that npm may leave out (other systems) do not count.
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([place, wanted]) => {
    if (place === '' || wanted.link || !place.includes('node_modules')) return true;
    const found = installed.packages?.[place];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.peer);
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** Runs `npm ci` when the lock file is not the one that was installed; tells what it does. */
export async function ensureInstalled(say = (line) => process.stdout.write(`${line}\n`)) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) giveUp(`Lyceum needs Node 20 or newer to begin with; this is ${process.versions.node}.`);
  if (!existsSync(LOCK)) giveUp('package-lock.json is missing. Restore it from the repository.');
  const hash = lockHash();
  const stamped = existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === hash;
  if (stamped && existsSync(NODE_24)) return;
  if (existsSync(NODE_24) && isInstalled(readJson(LOCK), readJson(path.join(MODULES, '.package-lock.json')))) {
    writeFileSync(STAMP, `${hash}\n`);
    return;
  }

  const free = statfsSync(REPOSITORY);
  const freeBytes = free.bavail * free.bsize;
  if (freeBytes < INSTALL_NEEDS_BYTES) {
    giveUp(
      `Only ${Math.round(freeBytes / 1024 ** 2)} MB are free at ${REPOSITORY}; installing needs 3 GB. Free some space and start again.`,
    );
  }
  say('Packages           installing, a minute or two');
  const began = Date.now();
  const result = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.signal) process.exit(130);
  if (result.code !== 0) {
    const errors = result.words.split('\n').filter((each) => each.includes('npm error'));
    giveUp(`npm ci failed:\n${errors.slice(0, 12).join('\n')}\nCheck the connection to the npm registry and start again.`);
  }
  if (!existsSync(NODE_24))
    giveUp('The install brought no Node 24. Allow install scripts (npm config get ignore-scripts) and start again.');
  mkdirSync(MODULES, { recursive: true });
  writeFileSync(STAMP, `${hash}\n`);
  say(`Packages           installed                                       ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

function runNpm(args) {
  // The variables of an outer npm (npm start) would change what the inner one does.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== 'INIT_CWD' && name !== 'NODE_ENV'),
  );
  const child = spawn('npm', args, { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] });
  // Its beginning says what is wrong, the rest is help.
  let words = '';
  const take = (chunk) => {
    words = (words + chunk).slice(0, 20_000);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return new Promise((resolve) => {
    child.on('error', (cause) => resolve({ code: -1, signal: null, words: cause.message }));
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve({ code, signal, words });
    });
  });
}

/**
 * Runs a TypeScript file of the repository under Node 24 and ends with its exit code. The child leads a
 * process group of its own, so that Ctrl-C reaches it exactly once: from here.
 */
export function continueUnderNode24(file, args = process.argv.slice(2)) {
  const child = spawn(NODE_24, ['--disable-warning=ExperimentalWarning', path.join(REPOSITORY, file), ...args], {
    cwd: REPOSITORY,
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, TZ: 'UTC', PATH: `${path.dirname(NODE_24)}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (cause) => giveUp(`Node 24 could not be started: ${cause.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** True when the program is on PATH. */
export function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}
