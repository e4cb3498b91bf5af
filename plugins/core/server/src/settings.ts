import type { z } from 'zod';
import { coreProblems, type FieldError, refuse, type SettingsDefinition } from '../../contract/index.ts';
import { audit } from './audit.ts';
import { type Db, db, inTransaction } from './data/db.ts';
import { sql } from './data/sql.ts';
import { fieldErrors } from './endpoints/check.ts';
import { type Actor, actorKey } from './identity.ts';
import { shared } from './state.ts';

/** A change made in another process is seen after this time at the latest. */
const FRESH_MS = 5_000;

const definitions = () => shared('settings', () => new Map<string, SettingsDefinition>());
const cached = () => shared('settings-cache', () => new Map<string, { at: number; values: unknown }>());

/** Makes a plugin's settings known, so that the admin has a page for them. Call in `register`. */
export const registerSettings = (definition: SettingsDefinition): void => {
  definitions().set(definition.plugin, definition);
};

export const settingsDefinitions = (): readonly SettingsDefinition[] => [...definitions().values()];

export const settingsDefinition = (plugin: string): SettingsDefinition =>
  definitions().get(plugin) ?? refuse(coreProblems.notFound, { detail: `No plugin ${plugin} has settings` });

/** What is stored, with defaults for the rest. A stored value that no longer fits the schema falls back to its default. */
function complete(definition: SettingsDefinition, stored: Record<string, unknown>): Record<string, unknown> {
  const whole = definition.schema.safeParse(stored);
  if (whole.success) return whole.data;
  const bad = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  return definition.schema.parse(Object.fromEntries(Object.entries(stored).filter(([field]) => !bad.has(field))));
}

async function load(from: Db, definition: SettingsDefinition): Promise<Record<string, unknown>> {
  const row = await from.maybeOne<{ values: Record<string, unknown> }>(
    sql`SELECT "values" FROM activity.core_settings WHERE plugin = ${definition.plugin}`,
  );
  return complete(definition, row?.values ?? {});
}

/** The settings of a plugin as staff left them. */
export function settings<S extends z.ZodObject>(definition: SettingsDefinition<S>) {
  return {
    async get(): Promise<z.output<S>> {
      const known = cached().get(definition.plugin);
      if (known && Date.now() - known.at < FRESH_MS) return known.values as z.output<S>;
      const values = await load(db(), definition);
      cached().set(definition.plugin, { at: Date.now(), values });
      return values as z.output<S>;
    },
  };
}

export type SettingsChange = { readonly plugin: string; readonly values: Record<string, unknown>; readonly actor: Actor };

/**
 * Changes settings; each changed field gets a line in the history, and the audit log keeps before and after.
 * @throws Refusal naming the field and the limit
 */
export async function changeSettings({ plugin, values, actor }: SettingsChange): Promise<Record<string, unknown>> {
  const definition = settingsDefinition(plugin);
  return inTransaction(async (tx) => {
    await tx.run(sql`INSERT INTO activity.core_settings (plugin, "values") VALUES (${plugin}, '{}') ON CONFLICT DO NOTHING`);
    await tx.run(sql`SELECT 1 FROM activity.core_settings WHERE plugin = ${plugin} FOR UPDATE`);
    const before = await load(tx, definition);
    const parsed = definition.schema.strict().safeParse({ ...before, ...values });
    if (!parsed.success) {
      const errors: FieldError[] = fieldErrors(parsed.error, 'body.values');
      return refuse(coreProblems.invalidRequest, { errors });
    }
    const after: Record<string, unknown> = parsed.data;
    const changed = Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
    if (changed.length === 0) return after;
    await tx.run(
      sql`UPDATE activity.core_settings SET "values" = ${sql.json(after)}, changed_at = now() WHERE plugin = ${plugin}`,
    );
    for (const field of changed) {
      await tx.run(sql`
        INSERT INTO activity.core_settings_history (plugin, field, before, after, changed_by)
        VALUES (${plugin}, ${field}, ${sql.json(before[field] ?? null)}, ${sql.json(after[field] ?? null)}, ${actorKey(actor)})`);
    }
    await audit(tx, { actor, action: 'core.changeSettings', object: `settings:${plugin}`, before, after });
    tx.afterCommit(() => {
      cached().delete(plugin);
    });
    return after;
  });
}
