import { LOCALES } from '@lyceum/core/contract';
import { error } from '../types/messages.ts';
import type { Rule } from './rule.ts';

/** The language is one of the product's. */
export const knownLanguage = {
  code: 'knownLanguage',
  check: ({ language }) =>
    LOCALES.includes(language) ? [] : [error('languageUnknown', 'language', { language: String(language) })],
} as const satisfies Rule;
