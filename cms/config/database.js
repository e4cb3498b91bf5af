const { env } = require('@lyceum/config/env');

/** PostgreSQL only. Every drop of a table is a written migration, so that a plugin that failed to load loses nothing. */
module.exports = () => {
  const { database } = env();
  return {
    connection: {
      client: 'postgres',
      connection: {
        connectionString: database.url,
        statement_timeout: database.statementTimeoutMs,
        lock_timeout: database.lockTimeoutMs,
        keepAlive: true,
      },
      pool: { min: 2, max: database.poolMax },
      acquireConnectionTimeout: 5_000,
    },
    settings: { forceMigration: false, runMigrations: true },
  };
};
