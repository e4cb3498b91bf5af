import { watch } from 'node:fs';
import path from 'node:path';
import type { Env } from '@lyceum/config/env';
import { commandFile } from './builds.ts';
import { openLog } from './log-file.ts';
import { nodeService } from './node-process.ts';
import { processServices } from './processes.ts';
import { line } from './progress.ts';
import type { Service, Supervised } from './service.ts';

/**
 * The processes of `npm run dev`: the cms serves the admin through Vite, and `astro dev` stands in the
 * place of the site's own server as the one public origin. Both reload what you change.
 */
export function devServices(env: Env, environment: NodeJS.ProcessEnv): { cms: Service; jobs: Service; site: Service } {
  const { repository, dataDir, sitePort, cmsPort } = env.server;
  const site = path.join(repository, 'site');
  const logs = path.join(dataDir, 'logs');
  return {
    jobs: processServices(env, environment).jobs,
    cms: nodeService({
      name: 'cms',
      cwd: path.join(repository, 'cms'),
      args: [path.join(import.meta.dirname, 'cms-dev.ts')],
      environment,
      port: cmsPort,
      healthPath: '/_health',
      healthyWithinMs: 180_000,
      stopWithinMs: 5_000,
      log: openLog(logs, 'cms'),
    }),
    site: nodeService({
      name: 'site',
      cwd: site,
      args: [commandFile(site, 'astro', 'bin/astro.mjs'), 'dev', '--port', String(sitePort), '--host', env.server.listenHost],
      environment,
      port: sitePort,
      healthPath: '/',
      healthyWithinMs: 90_000,
      stopWithinMs: 3_000,
      log: openLog(logs, 'site'),
    }),
  };
}

const QUIET_MS = 250;
const SERVER_CODE = ['plugins', 'config', 'cms/config', 'cms/src', 'jobs/src'];

/** Starts cms and jobs again when code they run changes; pages of site and admin reload by themselves. */
export function watchSources(repository: string, cms: Supervised, jobs: Supervised): void {
  const restart = debounced(async (file) => {
    line('Changed', `${file}; starting cms and jobs again`);
    await cms.restart();
    await jobs.restart();
  });
  for (const folder of SERVER_CODE) {
    watch(path.join(repository, folder), { recursive: true }, (_, file) => {
      if (file !== null && isServerCode(file)) restart(path.join(folder, file));
    });
  }
}

function isServerCode(file: string): boolean {
  return /\.(ts|js|json)$/.test(file) && !file.includes('.test.') && !/(^|\/)(admin|tests|node_modules|generated)\//.test(file);
}

/** Runs `work` once after a burst of changes, never twice at the same time. */
function debounced(work: (file: string) => Promise<void>): (file: string) => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  return (file) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => work(file));
    }, QUIET_MS);
  };
}
