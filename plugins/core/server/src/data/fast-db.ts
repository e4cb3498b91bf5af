import { env } from '@lyceum/config/env';
import pg from 'pg';
import { log } from '../ports/log.ts';
import { shared } from '../state.ts';
import { current, type Db, dbOn, send } from './db.ts';

const holder = () => shared<{ pool: pg.Pool | null }>('fast-pool', () => ({ pool: null }));

function open(): pg.Pool {
  const { database } = env();
  const pool = new pg.Pool({
    connectionString: database.url,
    application_name: 'lyceum-fast',
    max: database.fastPoolMax,
    connectionTimeoutMillis: 5_000,
    statement_timeout: database.statementTimeoutMs,
    lock_timeout: database.lockTimeoutMs,
    keepAlive: true,
  });
  const ended = (error: Error) => log().warn({ code: 'code' in error ? error.code : undefined }, 'a database connection ended');
  // A database that goes away ends connections, idle and at work; a listener on each keeps the process alive, and the
  // statement under way fails by itself. The next call opens new ones.
  pool.on('error', ended);
  pool.on('connect', (connection) => connection.on('error', ended));
  return pool;
}

function pool(): pg.Pool {
  const held = holder();
  held.pool ??= open();
  return held.pool;
}

const outside = dbOn(async (statement) => {
  const connection = await pool().connect();
  let broken: Error | undefined;
  try {
    return await send(connection, statement);
  } catch (error) {
    // An error with a severity came from the server, and the connection is as good as before.
    if (error instanceof Error && !('severity' in error)) broken = error;
    throw error;
  } finally {
    connection.release(broken);
  }
});

/**
 * Rows over a pool of its own, so that hot paths go on while slow work holds every other connection [C14].
 * Inside `inTransaction` it is that transaction.
 */
export function fastDb(): Db {
  return current.getStore() ?? outside;
}

/** Ends the pool; call in `destroy`. */
export async function closeFastDb(): Promise<void> {
  const held = holder();
  const { pool: last } = held;
  held.pool = null;
  await last?.end();
}
