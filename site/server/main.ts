import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { env } from '@lyceum/config/env';
import { destination, pino, stdTimeFunctions } from 'pino';
import type { SiteHandler } from './render-page.ts';
import { startSite } from './start-site.ts';

/** Time that requests under way get when the process is asked to stop. */
const STOP_WITHIN_MS = 20_000;

const { server, redis, security, run } = env();
const log = pino(
  { name: 'site', level: run.logLevel, timestamp: stdTimeFunctions.isoTime },
  destination({ dest: 1, sync: false, minLength: 0 }),
);

const dist = path.resolve(import.meta.dirname, '..', 'dist');
const entry = path.join(dist, 'server', 'entry.mjs');
if (!existsSync(entry)) {
  process.stderr.write('The site has not been built. Run "npm run build -w @lyceum/site" first.\n');
  process.exit(1);
}

// Where astro-log.mjs, which is part of the build, finds it.
Reflect.set(globalThis, Symbol.for('lyceum.site.log'), log);
const { handler } = (await import(pathToFileURL(entry).href)) as { handler: SiteHandler };
const site = await startSite({
  site: handler,
  clientDir: path.join(dist, 'client'),
  build: createHash('sha256').update(readFileSync(entry)).digest('base64url').slice(0, 12),
  listenHost: server.listenHost,
  port: server.sitePort,
  publicHost: server.publicHost,
  isSecure: server.isSecure,
  isLoopback: server.isLoopback,
  cmsUrl: server.cmsUrl,
  redisUrl: redis.url,
  trustedProxies: security.trustedProxies,
  log,
});
log.info({ port: server.sitePort, publicUrl: server.publicUrl }, 'the site is ready');

// Pages load when they are first asked for; better now than in front of a visitor.
const chunks = path.join(dist, 'server', 'chunks');
for (const chunk of await readdir(chunks)) await import(pathToFileURL(path.join(chunks, chunk)).href);
site.pages.find('/').catch((error: unknown) => log.warn({ err: error }, 'the home page could not be rendered'));

let isStopping = false;
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  log.info('stopping: finishing what is under way');
  site.stop(STOP_WITHIN_MS).then(
    () => process.exit(0),
    () => process.exit(1),
  );
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The start script holds the other end; when it is gone, so are we.
process.on('disconnect', stop);
process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was left alone'));
