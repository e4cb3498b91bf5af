import path from 'node:path';
import type { Env } from '@lyceum/config/env';
import { openLog } from './log-file.ts';
import { nodeService } from './node-process.ts';
import type { Service } from './service.ts';
import type { Stores } from './stores.ts';

/** Environment of every process the start makes: what a person gave, with the addresses that were worked out. */
export function environmentFor(
  env: Env,
  stores: Pick<Stores, 'databaseUrl' | 'redisUrl'>,
  mode: 'production' | 'development',
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: mode,
    TZ: 'UTC',
    LYCEUM_DATA: env.server.dataDir,
    PUBLIC_URL: env.server.publicUrl,
    SITE_PORT: String(env.server.sitePort),
    CMS_PORT: String(env.server.cmsPort),
    JOBS_PORT: String(env.jobs.healthPort),
    DATABASE_URL: stores.databaseUrl,
    REDIS_URL: stores.redisUrl,
    LYCEUM_SEED: env.run.seed ?? (env.server.isLoopback ? 'demo' : 'none'),
    STRAPI_TELEMETRY_DISABLED: 'true',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: path.join(env.server.dataDir, 'cache', 'compile'),
  };
}

/** The three processes in the order in which they start: jobs and site wait for the cms, which alone migrates. */
export function processServices(env: Env, environment: NodeJS.ProcessEnv): { cms: Service; jobs: Service; site: Service } {
  const { repository, dataDir } = env.server;
  const logs = path.join(dataDir, 'logs');
  const cmsDir = path.join(repository, 'cms');
  const cms = nodeService({
    name: 'cms',
    cwd: cmsDir,
    args: [path.join(cmsDir, 'start.js')],
    environment,
    port: env.server.cmsPort,
    healthPath: '/_health',
    healthyWithinMs: 180_000,
    stopWithinMs: 11_000,
    log: openLog(logs, 'cms'),
  });
  const jobs = nodeService({
    name: 'jobs',
    cwd: path.join(repository, 'jobs'),
    args: [path.join(repository, 'jobs', 'src', 'main.ts')],
    environment,
    port: env.jobs.healthPort,
    healthPath: '/health',
    healthyWithinMs: 90_000,
    stopWithinMs: 10_000,
    log: openLog(logs, 'jobs'),
  });
  const site = nodeService({
    name: 'site',
    cwd: path.join(repository, 'site'),
    args: [path.join(repository, 'site', 'server', 'main.ts')],
    environment,
    port: env.server.sitePort,
    healthPath: '/health',
    healthyWithinMs: 60_000,
    stopWithinMs: 10_000,
    log: openLog(logs, 'site'),
  });
  return { cms, jobs, site };
}
