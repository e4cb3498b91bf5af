import { db, type Tx } from './data/db.ts';
import { sql } from './data/sql.ts';
import { shared } from './state.ts';

/** How the rows of a table that belong to one person leave it: in their export, and when they ask to be forgotten. */
export type PersonalData = {
  readonly table: string;
  readonly column: string;
  /** Name of the list in the person's export. */
  readonly exportAs: string;
  /** `delete` removes the rows; `anonymise` keeps them without the person (the column becomes null). */
  readonly erase: 'delete' | 'anonymise';
  /** Columns that are secrets of the installation, not facts about the person. */
  readonly omit?: readonly string[];
};

const registered = () => shared('personal-data', () => new Map<string, PersonalData>());

/** Says what happens to a plugin's columns that point to a person. A column without a rule fails CI [G5]. */
export function registerPersonalData(_plugin: string, rules: readonly PersonalData[]): void {
  for (const rule of rules) registered().set(`${rule.table}.${rule.column}`, rule);
}

/** Columns of `activity` with a foreign key to a site user that nobody gave a rule for. */
export async function columnsWithoutRule(): Promise<string[]> {
  const columns = await db().many<{ column: string }>(sql`
    SELECT n.nspname || '.' || c.relname || '.' || a.attname AS column
    FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
    WHERE k.contype = 'f' AND k.confrelid = 'up_users'::regclass AND n.nspname = 'activity' AND c.relispartition IS FALSE
    ORDER BY 1`);
  return columns.map(({ column }) => column).filter((column) => !registered().has(column));
}

/** Everything kept about one person, one list a table. */
export async function exportPerson(userId: number): Promise<Record<string, unknown[]>> {
  const lists: Record<string, unknown[]> = {};
  for (const { table, column, exportAs, omit = [] } of registered().values()) {
    const rows = await db().many<Record<string, unknown>>(
      sql`SELECT * FROM ${sql.raw(table)} WHERE ${sql.raw(column)} = ${userId}`,
    );
    lists[exportAs] = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !omit.includes(name))));
  }
  return lists;
}

/** Applies every erase rule; running it twice is harmless. */
export async function erasePerson(tx: Tx, userId: number): Promise<void> {
  for (const { table, column, erase } of registered().values()) {
    const where = sql`WHERE ${sql.raw(column)} = ${userId}`;
    if (erase === 'delete') await tx.run(sql`DELETE FROM ${sql.raw(table)} ${where}`);
    else await tx.run(sql`UPDATE ${sql.raw(table)} SET ${sql.raw(column)} = NULL ${where}`);
  }
}
