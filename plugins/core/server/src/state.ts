/**
 * Registries live on one global symbol, because a test runner may load its own copy of this package
 * beside the one Strapi loaded, and both must see the same endpoints, jobs and subscribers.
 */
const KEY = Symbol.for('lyceum.core.state');

type Holder = { [KEY]?: Map<string, unknown> };

/** The process-wide value under `name`, made on first use. */
export function shared<T>(name: string, make: () => T): T {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  if (!holder[KEY].has(name)) holder[KEY].set(name, make());
  return holder[KEY].get(name) as T;
}
