const { env } = require('@lyceum/config/env');
const { seedDemo } = require('@lyceum/database/seeds/demo/run.ts');
const { createStrapi } = require('@strapi/strapi');

const DRAIN_MS = 10_000;

/**
 * Runs the cms; demo content is written before it answers, and only on the first start. On SIGTERM it takes no new
 * connections, lets running requests end, and only then leaves [C12].
 * When the supervisor goes away without a word, so does this process.
 */
async function main() {
  process.chdir(__dirname);
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  const strapi = await createStrapi({ appDir: __dirname, distDir: __dirname, autoReload: false, serveAdminPanel: true }).load();
  if (env().run.seed === 'demo') await seedDemo(strapi, new Date());
  await strapi.start();

  // Strapi's own handlers destroy it at once, under the requests that still run.
  for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal);
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    const http = strapi.server.httpServer;
    const drained = new Promise((resolve) => http.close(resolve));
    http.closeIdleConnections();
    const sweep = setInterval(() => http.closeIdleConnections(), 100);
    await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, DRAIN_MS))]);
    clearInterval(sweep);
    await strapi.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => void leave());
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
