import { useIntl } from 'react-intl';

const RIGHT_TO_LEFT: readonly string[] = ['ar'];

/** The direction in which the reader's language is written. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr');

export const useDirection = (): 'ltr' | 'rtl' => directionOf(useIntl().locale);

/**
 * Strapi lays its pages out from left to right in every language. A sentence that is written the other way is isolated,
 * so that its full stop and the Latin words in it stand where they belong.
 */
export const isolated = (text: string, locale: string): string => (directionOf(locale) === 'rtl' ? `\u2067${text}\u2069` : text);
