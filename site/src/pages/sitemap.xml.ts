import { listPublicExams } from '@lyceum/exams/contract';
import type { APIRoute } from 'astro';
import { PAGE_TAGS } from '../features/seo/caching.ts';
import { sitemapXml } from '../features/seo/sitemap.ts';
import { call } from '../lib/api.ts';

const FIXED = ['/', '/exams', '/help', '/register', '/sign-in'];
const PAGE_SIZE = 200;
/** A sitemap holds 50,000 addresses at most; three languages of this many exams stay below. */
const MOST_EXAMS = 16_000;

export const GET: APIRoute = async ({ cache, site, url }) => {
  const exams: { path: string; changedAt: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(listPublicExams, { query: { pageSize: PAGE_SIZE, cursor } });
    exams.push(...page.rows.map((exam) => ({ path: `/exams/${exam.slug}`, changedAt: exam.publishedAt })));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && exams.length < MOST_EXAMS);
  cache.set({ tags: [PAGE_TAGS.exams], maxAge: 3600, swr: 86_400 });
  const xml = sitemapXml(site ?? url, [...FIXED.map((path) => ({ path })), ...exams]);
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
