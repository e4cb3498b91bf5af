import i18next, { type i18n, type TFunction } from 'i18next';
import { numberText } from './format.ts';
import { LOCALES, type Locale } from './locales.ts';
import { resources } from './resources.ts';

/** Names of the text files of a language. */
export type Namespace = keyof (typeof resources)['en'];
export type Texts = TFunction<Namespace[]>;

const namespaces = Object.keys(resources.en) as Namespace[];

function create(locale: Locale): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: 'en',
    ns: namespaces,
    defaultNS: 'common',
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  instance.services.formatter?.add('number', (value) => numberText(locale, Number(value)));
  return instance;
}

const instances = Object.fromEntries(LOCALES.map((locale) => [locale, create(locale)])) as Record<Locale, i18n>;

/** The texts of a language; `t('public:home.title')`, without a prefix from `common`. Missing ones come in English. */
export const textsFor = (locale: Locale): Texts => instances[locale].getFixedT(locale, namespaces) as Texts;

/** Some namespaces of a language as plain values, for an island's props (see `island-texts.ts`). */
export function stringsFor<N extends Namespace>(locale: Locale, names: readonly N[]): Pick<(typeof resources)['en'], N> {
  return Object.fromEntries(names.map((name) => [name, { ...resources.en[name], ...resources[locale][name] }])) as Pick<
    (typeof resources)['en'],
    N
  >;
}
