import type { Db, Sql } from '@lyceum/core/server';
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Statements travel without waiting for each other (pipeline mode): those that are issued in one go are answered in their
 * order, and this process works on while the database does. An error in a transaction fails everything behind it.
 */
export type ChildDb = Db & {
  /** One transaction; any error rolls it back. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  begin(): Promise<unknown>;
  commit(): Promise<unknown>;
  /** Harmless when nothing is open. */
  rollback(): Promise<unknown>;
  close(): Promise<void>;
};

/** A connection of the child's own, in UTC like all of Strapi's times. */
export async function connect(config: pg.ClientConfig): Promise<ChildDb> {
  const client = new pg.Client({ ...config, application_name: 'lyceum-import', pipeline: true });
  await client.connect();
  await client.query("SET TIME ZONE 'UTC'; SET statement_timeout = '120s'; SET lock_timeout = '30s'");
  // A chunk that is lost with the database is simply written again; the commit that ends the run waits for all before it.
  await client.query('SET synchronous_commit = off');
  const send = <Row>(statement: Sql) =>
    client.query<Row & pg.QueryResultRow>({
      text: statement.text,
      values: [...statement.values],
      ...(statement.name ? { name: statement.name } : {}),
    });
  const many = async <Row>(statement: Sql): Promise<Row[]> => (await send<Row>(statement)).rows;
  return {
    many,
    async one<Row>(statement: Sql) {
      const rows = await many<Row>(statement);
      const [row] = rows;
      if (row === undefined || rows.length > 1) throw new Error(`Expected one row, got ${rows.length}`);
      return row;
    },
    maybeOne: async <Row>(statement: Sql) => (await many<Row>(statement))[0] ?? null,
    run: async (statement) => (await send(statement)).rowCount ?? 0,
    begin: () => client.query('BEGIN'),
    commit: () => client.query('COMMIT'),
    rollback: () => client.query('ROLLBACK'),
    async transaction(work) {
      await client.query('BEGIN');
      try {
        const result = await work();
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    },
    close: () => client.end(),
  };
}
