const { env } = require('@lyceum/config/env');

/** The cms stands behind the site, the one public origin, which shows the admin under `/cms`. */
module.exports = () => {
  const { server, secrets } = env();
  return {
    host: server.listenHost,
    port: server.cmsPort,
    url: '/cms',
    absoluteUrl: `${server.publicUrl}/cms`,
    proxy: { koa: true },
    app: { keys: secrets.appKeys },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
    webhooks: { populateRelations: false },
    http: { serverOptions: { requestTimeout: 0 } },
  };
};
