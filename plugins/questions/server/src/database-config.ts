import { theStrapi } from '@lyceum/core/server';
import type { ClientConfig } from 'pg';

/** How this Strapi reaches its database, as plain values, for a connection of another process or thread. */
export function databaseConfig(): ClientConfig {
  const { connectionString, host, port, user, password, database, ssl } = theStrapi().config.get(
    'database.connection.connection',
  ) as ClientConfig;
  return JSON.parse(JSON.stringify({ connectionString, host, port, user, password, database, ssl })) as ClientConfig;
}
