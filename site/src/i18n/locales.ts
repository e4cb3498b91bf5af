import { LOCALES, type Locale } from '@lyceum/core/contract';

export { directionOf } from './direction.ts';
export { LOCALES, type Locale };

/** The language whose addresses carry no prefix. */
export const DEFAULT_LOCALE: Locale = 'en';

/** Each language in its own words. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', tr: 'Türkçe', ar: 'العربية' };

const isLocale = (value: string | undefined): value is Locale => LOCALES.some((locale) => locale === value);

/** The language an address is in: its first part, or the default. */
export function localeOf(pathname: string): Locale {
  const first = pathname.split('/')[1];
  return isLocale(first) ? first : DEFAULT_LOCALE;
}

/** The same address without its language prefix; always begins with `/`. */
export function withoutLocale(pathname: string): string {
  const [, first, ...rest] = pathname.split('/');
  return isLocale(first) ? `/${rest.join('/')}` : pathname;
}

/** The address of `path` (written without prefix) in a language; search and hash are kept. */
export function localePath(locale: Locale, path: string): string {
  if (locale === DEFAULT_LOCALE) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** The same page in every language, for the language menu and hreflang. */
export function alternatesOf(url: URL): { locale: Locale; path: string }[] {
  const path = withoutLocale(url.pathname);
  return LOCALES.map((locale) => ({ locale, path: localePath(locale, path) }));
}
