import type { z } from 'zod';

/**
 * Values staff may edit in the admin. Every field has a default and a `.describe('one sentence')`,
 * and the limits stand in its schema: the admin page and its messages are made from it.
 */
export type SettingsDefinition<S extends z.ZodObject = z.ZodObject> = {
  readonly plugin: string;
  readonly title: string;
  readonly schema: S;
};

export function defineSettings<S extends z.ZodObject>(plugin: string, title: string, schema: S): SettingsDefinition<S> {
  return Object.freeze({ plugin, title, schema });
}
