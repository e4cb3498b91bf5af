import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { shared } from '../state.ts';
import { theStrapi } from '../strapi.ts';
import type { Sql } from './sql.ts';

/** Reading and writing rows, in a transaction or outside one. */
export type Db = {
  many<Row>(statement: Sql): Promise<Row[]>;
  /** @throws when there is not exactly one row */
  one<Row>(statement: Sql): Promise<Row>;
  maybeOne<Row>(statement: Sql): Promise<Row | null>;
  /** How many rows it touched. */
  run(statement: Sql): Promise<number>;
};

/** A transaction. `afterCommit` runs once everything is safely stored, and never after a rollback. */
export type Tx = Db & { afterCommit(work: () => void | Promise<void>): void };

type Parser = (text: string) => unknown;
const { builtins } = pg.types;
const parsers = new Map<number, Parser>([
  [builtins.JSON, (text) => JSON.parse(text)],
  [builtins.JSONB, (text) => JSON.parse(text)],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.DATE, (text) => text],
]);

/** Strapi changes pg's global parsers (jsonb stays text there), so each of our queries brings its own. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format);
  },
};

type Connection = pg.PoolClient;
type Pool = { acquireConnection(): Promise<Connection>; releaseConnection(connection: Connection): Promise<void> };

/** Sends one statement over a connection of ours, with our own parsers. */
export async function send<Row>(connection: Connection, statement: Sql) {
  const query = { text: statement.text, values: [...statement.values], types };
  return connection.query<Row & pg.QueryResultRow>(statement.name ? { ...query, name: statement.name } : query);
}

export function dbOn(query: <Row>(statement: Sql) => Promise<pg.QueryResult<Row & pg.QueryResultRow>>): Db {
  const many = async <Row>(statement: Sql): Promise<Row[]> => (await query<Row>(statement)).rows;
  return {
    many,
    async one<Row>(statement: Sql) {
      const rows = await many<Row>(statement);
      const [row] = rows;
      if (row === undefined || rows.length > 1) throw new Error(`Expected one row, got ${rows.length}`);
      return row;
    },
    async maybeOne<Row>(statement: Sql) {
      return (await many<Row>(statement))[0] ?? null;
    },
    async run(statement: Sql) {
      return (await query(statement)).rowCount ?? 0;
    },
  };
}

/** The transaction this call runs in, if any. */
export const current = shared('transactions', () => new AsyncLocalStorage<Tx>());

const pool = (): Pool => theStrapi().db.connection.client as Pool;

const outside = dbOn(async (statement) => {
  const connections = pool();
  const connection = await connections.acquireConnection();
  try {
    return await send(connection, statement);
  } finally {
    await connections.releaseConnection(connection);
  }
});

/** Rows outside a transaction; inside `inTransaction` it is that transaction, so nothing slips out of it. */
export function db(): Db {
  return current.getStore() ?? outside;
}

/**
 * Runs the work in one transaction. A nested call joins the outer one, and so do Document Service calls inside.
 * Any error rolls all of it back.
 */
export async function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const running = current.getStore();
  if (running) return work(running);
  const after: (() => void | Promise<void>)[] = [];
  const result = await theStrapi().db.transaction(async ({ trx }) => {
    const connection = await (trx.client as Pool).acquireConnection();
    const tx: Tx = { ...dbOn((statement) => send(connection, statement)), afterCommit: (step) => after.push(step) };
    return current.run(tx, () => work(tx));
  });
  for (const step of after) await step();
  return result as Result;
}

/** One connection for longer than a statement: LISTEN, advisory locks, COPY. Give it back with `release`. */
export async function holdConnection(): Promise<{ connection: Connection; release(): Promise<void> }> {
  const connections = pool();
  const connection = await connections.acquireConnection();
  return { connection, release: () => connections.releaseConnection(connection) };
}
