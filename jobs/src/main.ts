import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { env } from '@lyceum/config/env';
import { log, nameProcess, startRunner } from '@lyceum/core/server';
import type { Core } from '@strapi/types';

const CMS = path.resolve(import.meta.dirname, '..', '..', 'cms');
const STOP_MS = 20_000;

/** The same Strapi as the cms, without HTTP, so that jobs run the plugins' own services. */
async function loadStrapi(): Promise<Core.Strapi> {
  process.chdir(CMS);
  process.env['STRAPI_TELEMETRY_DISABLED'] = 'true';
  const { createStrapi } = createRequire(path.join(CMS, 'package.json'))('@strapi/strapi');
  return createStrapi({ appDir: CMS, distDir: CMS, autoReload: false, serveAdminPanel: false }).load();
}

async function main(): Promise<void> {
  nameProcess('jobs');
  const strapi = await loadStrapi();
  const runner = await startRunner();
  const health = createServer((request, response) => {
    const known = request.url === '/health';
    response.writeHead(known ? 200 : 404, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(known ? JSON.stringify({ state: 'up', ...runner.state() }) : '{}');
  });
  health.listen(env().jobs.healthPort, env().server.listenHost);
  log().info({ queues: runner.state().queues }, 'jobs are running');

  // Strapi's own handlers destroy it at once, under the jobs that still run.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.removeAllListeners(signal);
  let leaving = false;
  const leave = async (): Promise<void> => {
    if (leaving) return;
    leaving = true;
    health.close();
    await Promise.race([runner.stop(), new Promise((resolve) => setTimeout(resolve, STOP_MS))]);
    await strapi.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave());
  process.on('disconnect', () => void leave());
}

main().catch((error: unknown) => {
  log().fatal({ err: error }, 'jobs could not start');
  process.exit(1);
});
