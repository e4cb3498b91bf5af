import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Env, EnvError, readEnv } from '@lyceum/config/env';
import { markOf } from '@lyceum/database/embedded/process.ts';
import { buildChanged } from './builds.ts';
import { checkDisk, checkPorts } from './checks.ts';
import { devServices, watchSources } from './dev.ts';
import { environmentFor, processServices } from './processes.ts';
import { line, step } from './progress.ts';
import { reset } from './reset.ts';
import { takeDataDir } from './run-file.ts';
import { type Service, Supervised, type Watcher } from './service.ts';
import { prepareStores } from './stores.ts';
import { summary } from './summary.ts';
import { Trouble } from './trouble.ts';

const isDev = process.argv.includes('--dev');
const stopping = new AbortController();
/** Waves in the order in which they stop: what serves people first, what they stand on last. */
const waves: Supervised[][] = [[], [], []];
let stoppingNow: Supervised[][] = [];
let firstSignalAt = 0;
let exitCode = 0;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopOrHurry(signal));
process.on('disconnect', () => stopping.abort(new Error('disconnect')));
process.channel?.unref();

try {
  await main(readEnv(process.env));
} catch (cause) {
  if (!stopping.signal.aborted) {
    exitCode = 1;
    const isForPeople = cause instanceof Trouble || cause instanceof EnvError;
    process.stderr.write(
      `\n${isForPeople ? cause.message : cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
    );
  }
}
await stopAll();
process.exit(exitCode);

async function main(env: Env): Promise<void> {
  const { dataDir, repository } = env.server;
  if (process.argv.includes('--reset')) await reset(dataDir, process.argv.includes('--yes'));
  checkDisk(dataDir);
  mkdirSync(path.join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
  const run = await takeDataDir(dataDir, env.server.publicUrl);
  try {
    if (run.ended.length > 0) line('Left over', `ended what a killed run left behind: ${run.ended.join(', ')}`);
    await checkPorts(env);
    const stores = await prepareStores(env);
    run.write({ ports: { ...stores.ports, site: env.server.sitePort, cms: env.server.cmsPort, jobs: env.jobs.healthPort } });

    const restarted = new Set<string>();
    const watcher: Watcher = {
      maxDeathsPerMinute: env.run.maxDeathsPerMinute,
      onRunning: (name, pid) => {
        const mark = markOf(pid);
        if (mark) run.write({ processes: { [name]: mark } });
        if (restarted.delete(name)) line(name, 'runs again');
      },
      onRestart: (name, how, afterMs) => {
        restarted.add(name);
        line(name, `${how}; starting it again${afterMs >= 1_000 ? ` in ${afterMs / 1000} s` : ''}`);
      },
      onGivenUp: (name, lines) => {
        const log = path.join(dataDir, 'logs', `${name}.log`);
        stopping.abort(
          new Trouble(`${name} died too often within a minute. Its last words:\n${lines.join('\n')}\nIts log: ${log}`),
        );
      },
    };
    const bring = async (service: Service, wave: 0 | 1 | 2, doing: string, done: string): Promise<Supervised> => {
      stopping.signal.throwIfAborted();
      const supervised = new Supervised(service, watcher);
      waves[wave]?.push(supervised);
      await step(
        service.name,
        doing,
        () => Promise.race([supervised.start(), aborted()]),
        () => done,
      );
      return supervised;
    };

    for (const store of stores.services) await bring(store, 2, 'starting', `ready on 127.0.0.1:${stores.ports[store.name]}`);
    const environment = environmentFor(env, stores, isDev ? 'development' : 'production');
    if (!isDev) await buildChanged({ repository, environment, logFolder: path.join(dataDir, 'logs'), abort: stopping.signal });

    const services = isDev ? devServices(env, environment) : processServices(env, environment);
    const cms = await bring(
      services.cms,
      1,
      'starting; the first start writes tables and demo content',
      `healthy on port ${env.server.cmsPort}`,
    );
    const [jobs] = await Promise.all([
      bring(services.jobs, 0, 'starting', `healthy on port ${env.jobs.healthPort}`),
      bring(services.site, 0, 'starting', `healthy on port ${env.server.sitePort}`),
    ]);
    stopping.signal.throwIfAborted();
    run.write({ state: 'ready' });
    process.stdout.write(`${summary(env, environment.LYCEUM_SEED === 'demo')}\n`);
    if (isDev) watchSources(repository, cms, jobs);
    await aborted();
  } catch (cause) {
    if (stopping.signal.reason instanceof Trouble) throw giveUp(stopping.signal.reason);
    throw cause;
  } finally {
    if (stopping.signal.aborted && exitCode === 0) process.stdout.write('\nStopping …\n');
    await stopAll();
    run.remove();
  }
}

/** A process that died too often ends the start like any other trouble, with its sentence. */
function giveUp(trouble: Trouble): Trouble {
  exitCode = 1;
  process.stderr.write(`\n${trouble.message}\n`);
  return trouble;
}

/** The first signal stops in order; a second one, a second later or more, does not wait for what still runs. */
function stopOrHurry(signal: NodeJS.Signals): void {
  if (!stopping.signal.aborted) {
    firstSignalAt = performance.now();
    stopping.abort(new Error(signal));
    return;
  }
  if (performance.now() - firstSignalAt < 1_000) return;
  for (const each of stoppingNow.slice(0, 2).flat()) each.kill();
}

function aborted(): Promise<never> {
  return new Promise((_, reject) => {
    if (stopping.signal.aborted) reject(stopping.signal.reason);
    stopping.signal.addEventListener('abort', () => reject(stopping.signal.reason), { once: true });
  });
}

async function stopAll(): Promise<void> {
  stoppingNow = waves.map((wave) => [...wave]);
  for (const wave of waves) await Promise.all(wave.splice(0).map((each) => each.stop()));
}
