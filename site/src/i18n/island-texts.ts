import i18next, { type TFunction } from 'i18next';
import { numberText } from './format.ts';
import type { Locale } from './locales.ts';
import type { Namespace } from './texts.ts';

/**
 * The texts of an island in the browser, from the few namespaces its page passed (`stringsFor`).
 * The first namespace is the default, so `t('key')` reads from it.
 */
export function createIslandTexts(locale: Locale, strings: Partial<Record<Namespace, object>>): TFunction<Namespace[]> {
  const instance = i18next.createInstance();
  const names = Object.keys(strings) as Namespace[];
  void instance.init({
    lng: locale,
    ns: names,
    defaultNS: names[0],
    resources: { [locale]: strings as Record<string, Record<string, string>> },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  instance.services.formatter?.add('number', (value) => numberText(locale, Number(value)));
  return instance.getFixedT(locale, names) as TFunction<Namespace[]>;
}
