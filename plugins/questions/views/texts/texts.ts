import type { Locale } from '@lyceum/core/contract';
import type english from './en.json';

type Stem<Key> = Key extends `${infer Name}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Name : Key;
/** Names of the texts; those that count have their forms behind `_`. */
export type ViewText = Stem<keyof typeof english>;
/** The texts of one language: `en.json`, `tr.json` or `ar.json`. */
export type ViewStrings = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;

export type ViewTexts = {
  readonly locale: Locale;
  /** The sentence of a text with its values put in; `count` also picks the plural form. */
  readonly t: (key: ViewText, values?: Values) => string;
  /** A number as its reader writes it. */
  readonly number: (value: number, digits?: number) => string;
};

/** Figures 0–9 in Arabic too, as on the paper. */
const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', tr: 'tr-TR', ar: 'ar-u-ca-gregory-nu-latn' };

/** The texts of the views in one language. A missing one shows its name, which a test forbids. */
export function viewTexts(locale: Locale, strings: ViewStrings): ViewTexts {
  const plural = new Intl.PluralRules(TAGS[locale]);
  const number = (value: number, digits = 2) =>
    new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: digits }).format(value);
  return {
    locale,
    number,
    t(key, values = {}) {
      const { count } = values;
      const form = typeof count === 'number' ? `${key}_${plural.select(count)}` : key;
      const text = strings[form] ?? strings[key] ?? key;
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        return value === undefined ? whole : typeof value === 'number' ? number(value) : value;
      });
    },
  };
}
