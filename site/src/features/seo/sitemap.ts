import { DEFAULT_LOCALE, LOCALES, localePath } from '../../i18n/locales.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A sitemap of every page in every language, each with its other languages. @param origin public address of the site */
export function sitemapXml(origin: URL, pages: readonly { path: string; changedAt?: string }[]): string {
  const entries = pages.flatMap(({ path, changedAt }) => {
    const address = (locale: (typeof LOCALES)[number]) => escaped(new URL(localePath(locale, path), origin).href);
    const others = [
      ...LOCALES.map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale)}"/>`),
      `<xhtml:link rel="alternate" hreflang="x-default" href="${address(DEFAULT_LOCALE)}"/>`,
    ].join('');
    const changed = changedAt === undefined ? '' : `<lastmod>${changedAt.slice(0, 10)}</lastmod>`;
    return LOCALES.map((locale) => `<url><loc>${address(locale)}</loc>${changed}${others}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
}
