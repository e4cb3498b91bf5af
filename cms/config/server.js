const { mkdirSync } = require('node:fs');
const path = require('node:path');
const { env } = require('@lyceum/config/env');

/** The cms stands behind the site, the one public origin, which shows the admin under `/cms`. */
module.exports = () => {
  const { server, secrets } = env();
  // Uploads belong to the data folder: they outlive a new checkout and are part of a backup.
  const publicDir = path.join(server.dataDir, 'public');
  mkdirSync(path.join(publicDir, 'uploads'), { recursive: true });
  return {
    host: server.listenHost,
    port: server.cmsPort,
    url: '/cms',
    dirs: { public: publicDir },
    proxy: { koa: true },
    app: { keys: secrets.appKeys },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
    webhooks: { populateRelations: false },
    http: { serverOptions: { requestTimeout: 0 } },
  };
};
