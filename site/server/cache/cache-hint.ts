/** What a page said about itself with `Astro.cache.set`, on its way from Astro to the front. Never leaves the process. */
export const HINT_HEADER = 'x-lyceum-page';

export type CacheHint = {
  /** Seconds in which the page counts as fresh. */
  readonly maxAgeSec: number;
  /** Seconds after that in which it is still shown while a new one is made. */
  readonly swrSec: number;
  readonly tags: readonly string[];
};

export const writeHint = (hint: CacheHint): string => JSON.stringify(hint);

/** @returns null for a page that said nothing, which is then a page for one reader */
export function readHint(header: string | undefined): CacheHint | null {
  if (header === undefined) return null;
  const hint: unknown = JSON.parse(header);
  return isHint(hint) ? hint : null;
}

const isHint = (value: unknown): value is CacheHint =>
  typeof value === 'object' &&
  value !== null &&
  'maxAgeSec' in value &&
  typeof value.maxAgeSec === 'number' &&
  'swrSec' in value &&
  typeof value.swrSec === 'number' &&
  'tags' in value &&
  Array.isArray(value.tags);
