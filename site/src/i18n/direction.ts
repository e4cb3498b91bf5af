import type { Locale } from '@lyceum/core/contract';

/** Reading direction of a language. Apart from `locales.ts`, which would bring every schema of the core into an island. */
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');
