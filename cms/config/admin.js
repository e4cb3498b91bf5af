const { env } = require('@lyceum/config/env');

module.exports = () => {
  const { secrets, server } = env();
  return {
    auth: {
      secret: secrets.adminJwtSecret,
      sessions: { accessTokenLifespan: 900, maxRefreshTokenLifespan: 30 * 24 * 3600, idleRefreshTokenLifespan: 14 * 24 * 3600 },
      cookie: { path: '/cms/admin', secure: server.isSecure, sameSite: 'lax' },
    },
    apiToken: { salt: secrets.apiTokenSalt, secrets: { encryptionKey: secrets.encryptionKey } },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryptionKey },
    flags: { nps: false, promoteEE: false },
    tours: { enabled: false },
    rateLimit: { enabled: true, interval: { min: 5 }, max: 50 },
  };
};
