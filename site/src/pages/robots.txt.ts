import type { APIRoute } from 'astro';
import { LOCALES, localePath } from '../i18n/locales.ts';

/** Pages of one reader; they also say `noindex` themselves. */
const PRIVATE = ['/today', '/me', '/attempts', '/exams/history', '/sign-out', '/confirm', '/reset-password', '/preview'];

export const GET: APIRoute = ({ site, url }) => {
  const closed = LOCALES.flatMap((locale) => PRIVATE.map((path) => `Disallow: ${localePath(locale, path)}`));
  const lines = [
    'User-agent: *',
    ...closed,
    'Disallow: /api/',
    'Disallow: /cms/',
    '',
    `Sitemap: ${new URL('/sitemap.xml', site ?? url).href}`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
