const { createStrapi } = require(require.resolve('@strapi/strapi', { paths: [process.cwd()] }));

process.env.STRAPI_TELEMETRY_DISABLED = 'true';
createStrapi({ appDir: process.cwd(), distDir: process.cwd(), autoReload: false, serveAdminPanel: false })
  .load()
  .then((strapi) => strapi.destroy())
  .then(() => process.exit(0))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
