import { log } from '../ports/log.ts';
import { shared } from '../state.ts';
import { inTransaction, type Tx } from './db.ts';
import { sql } from './sql.ts';

/** Forward only, re-runnable until it committed, never edited after merge. */
export type Migration = { readonly name: string; readonly up: (tx: Tx) => Promise<void> };

const registered = () => shared('migrations', () => new Map<string, readonly Migration[]>());

/** Hands a plugin's migrations over, in the order they must run. Call in `register`. */
export function registerMigrations(plugin: string, migrations: readonly Migration[]): void {
  registered().set(plugin, migrations);
}

/** Any fixed number: every process that migrates this database takes the same lock. */
const LOCK = 720_031;

/**
 * Runs what has not run yet, in one transaction under an advisory lock. Called by the cms only, after Strapi's own sync.
 * A kill half way leaves the database as it was.
 */
export async function runMigrations(): Promise<number> {
  return inTransaction(async (tx) => {
    await tx.run(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
    await tx.run(sql`CREATE SCHEMA IF NOT EXISTS activity`);
    await tx.run(sql`CREATE TABLE IF NOT EXISTS activity.core_migrations (
      plugin text NOT NULL, name text NOT NULL, ran_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (plugin, name))`);
    const done = new Set(
      (await tx.many<{ plugin: string; name: string }>(sql`SELECT plugin, name FROM activity.core_migrations`)).map(
        (row) => `${row.plugin}/${row.name}`,
      ),
    );
    let count = 0;
    for (const [plugin, migrations] of registered()) {
      for (const { name, up } of migrations) {
        if (done.has(`${plugin}/${name}`)) continue;
        await up(tx);
        await tx.run(sql`INSERT INTO activity.core_migrations (plugin, name) VALUES (${plugin}, ${name})`);
        log().info({ plugin, migration: name }, 'migration done');
        count += 1;
      }
    }
    return count;
  });
}
