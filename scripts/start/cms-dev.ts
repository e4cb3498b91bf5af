import { createRequire } from 'node:module';
import path from 'node:path';
import { env } from '@lyceum/config/env';
import { seedDemo } from '@lyceum/database/seeds/demo/run.ts';

const CMS = path.resolve(import.meta.dirname, '..', '..', 'cms');

/**
 * The cms of `npm run dev`: the admin comes from Vite with hot reload. `strapi develop` does the same but
 * leaves its worker alive on SIGTERM, ignores plugin servers and removes the built admin (seen in 5.54), so
 * its parts are used directly. Remove this file when strapi/strapi mends those three.
 */
process.chdir(CMS);
const require = createRequire(path.join(CMS, 'package.json'));
const { createStrapi } = require('@strapi/strapi');
const home = path.dirname(require.resolve('@strapi/strapi/package.json'));
const { createBuildContext } = require(path.join(home, 'dist', 'src', 'node', 'create-build-context.js'));
const { writeStaticClientFiles } = require(path.join(home, 'dist', 'src', 'node', 'staticFiles.js'));
const { watch } = require(path.join(home, 'dist', 'src', 'node', 'vite', 'watch.js'));

const strapi = createStrapi({ appDir: CMS, distDir: CMS, autoReload: false, serveAdminPanel: false });
await strapi.load();
if (env().run.seed === 'demo') await seedDemo(strapi, new Date());
const logger = { debug: () => undefined, info: console.log, warn: console.warn, error: console.error, log: console.log };
// The build context empties `<dist>/build`; the built admin of npm start must stay.
const dist = strapi.dirs.dist.root;
strapi.dirs.dist.root = path.join(CMS, '.tmp');
const context = await createBuildContext({ cwd: CMS, logger, strapi, options: {} });
strapi.dirs.dist.root = dist;
await writeStaticClientFiles(context);
const admin = await watch(context);
await strapi.start();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.removeAllListeners(signal);
  process.once(signal, () => {
    void (async () => {
      await admin.close();
      await strapi.destroy();
      process.exit(0);
    })();
  });
}
