import type { CacheProviderFactory } from 'astro';
import { HINT_HEADER, writeHint } from './cache-hint.ts';
import { purgeHook } from './purge-hook.ts';

/** A page that gives tags without an age stays until it is purged, or a day. */
const DEFAULT_MAX_AGE_SEC = 86_400;

/**
 * Astro's side of the page cache: it only says on the answer what the page asked for. Keeping, answering, purging and the
 * one render for many visitors are the front's work, before Astro sees a request at all.
 */
const factory: CacheProviderFactory = () => ({
  name: 'lyceum',
  setHeaders: ({ maxAge, swr, tags }) =>
    new Headers({ [HINT_HEADER]: writeHint({ maxAgeSec: maxAge ?? DEFAULT_MAX_AGE_SEC, swrSec: swr ?? 0, tags: tags ?? [] }) }),
  invalidate: async ({ tags }) => {
    if (tags !== undefined) await purgeHook()(typeof tags === 'string' ? [tags] : tags);
  },
});

export default factory;
