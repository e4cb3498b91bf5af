/** Astro bundles its provider into the build; this symbol is where both copies of this module meet. */
const KEY = Symbol.for('lyceum.site.purge');

export type Purge = (tags: readonly string[]) => Promise<void>;

type Holder = { [KEY]?: Purge };

export function setPurgeHook(purge: Purge): void {
  (globalThis as Holder)[KEY] = purge;
}

/** The purge of the running front; does nothing where none runs. */
export const purgeHook = (): Purge => (globalThis as Holder)[KEY] ?? (async () => {});
