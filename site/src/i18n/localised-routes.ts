import { readdir } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { DEFAULT_LOCALE, LOCALES } from './locales.ts';

/** Pages that exist once for all languages. */
const SHARED = new Set(['/404', '/500', '/robots.txt', '/sitemap.xml']);

/**
 * Gives every page of `src/pages` its address in every other language (`/tr/…`, `/ar/…`), drawn by the same file:
 * a page reads its language from its address. A catch-all parameter would swallow exams whose slug is the name of a page.
 */
export function localisedRoutes(): AstroIntegration {
  return {
    name: 'localised-routes',
    hooks: {
      'astro:config:setup': async ({ config, injectRoute }) => {
        const folder = new URL('pages/', config.srcDir);
        const files = await readdir(folder, { recursive: true });
        for (const file of files.toSorted()) {
          const page = /^(.*)\.(?:astro|ts)$/.exec(file.replaceAll('\\', '/'))?.[1];
          if (
            page === undefined ||
            page.endsWith('.d') ||
            page.endsWith('.test') ||
            page.split('/').some((part) => part.startsWith('_'))
          )
            continue;
          const pattern = `/${page}`.replace(/\/index$/, '');
          if (SHARED.has(pattern)) continue;
          for (const locale of LOCALES) {
            if (locale !== DEFAULT_LOCALE) injectRoute({ pattern: `/${locale}${pattern}`, entrypoint: new URL(file, folder) });
          }
        }
      },
    },
  };
}
