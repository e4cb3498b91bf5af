import { examPageTags } from '@lyceum/exams/contract';
import type { AstroGlobal } from 'astro';

/** Tags of public pages; a publish event drops every page that carries one of its tags. */
export const PAGE_TAGS = { home: 'home', exams: examPageTags.list, exam: examPageTags.one } as const;

const FRESH_SEC = 3600;
const STALE_SEC = 86_400;

/** Keeps a page that is the same for every visitor until one of its tags is purged, at most an hour. */
export function keepPage(astro: Pick<AstroGlobal, 'cache'>, tags: string[]): void {
  astro.cache.set({ tags, maxAge: FRESH_SEC, swr: STALE_SEC });
}
