import { type Locale, localeOf, localePath } from './locales.ts';
import { type Texts, textsFor } from './texts.ts';

export type PageTexts = {
  locale: Locale;
  t: Texts;
  /** The address of a path (written without prefix) in the page's language. */
  href: (path: string) => string;
};

/** Language, texts and addresses of a page. @param pathname of the asked page, for example `Astro.url.pathname` */
export function pageTexts(pathname: string): PageTexts {
  const locale = localeOf(pathname);
  return { locale, t: textsFor(locale), href: (path) => localePath(locale, path) };
}
