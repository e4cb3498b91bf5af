const { env } = require('@lyceum/config/env');

/**
 * Strapi's own stack for everything that is not a hot path. No logger here: it costs a fifth of a route,
 * and the site in front logs each request with its id.
 */
/** Where media come from beside ourselves. */
const mediaHosts = () => {
  const { s3 } = env().storage;
  if (s3 === null) return [];
  return [...new Set([s3.publicUrl, s3.endpoint ?? s3.publicUrl].map((address) => new URL(address).origin))];
};

module.exports = () => [
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:', ...mediaHosts()],
          'media-src': ["'self'", 'data:', 'blob:', ...mediaHosts()],
          'frame-ancestors': ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
      hsts: env().server.isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    },
  },
  { name: 'strapi::cors', config: { origin: [new URL(env().server.publicUrl).origin] } },
  { name: 'strapi::query', config: { strictParams: true } },
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '5mb',
      formLimit: '1mb',
      textLimit: '1mb',
      formidable: { maxFileSize: env().files.uploadMaxBytes, keepExtensions: false },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
