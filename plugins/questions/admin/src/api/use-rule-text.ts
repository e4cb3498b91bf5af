import { LOCALES, type Locale } from '@lyceum/core/contract';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { type RuleMessage, ruleSentence } from '../../../contract/index.ts';

/** The admin's language where the product has it, else English. */
export function useLocale(): Locale {
  const { locale } = useIntl();
  return LOCALES.find((known) => known === locale) ?? 'en';
}

/** The sentence of a rule's message in the reader's language. */
export function useRuleText(): (message: Pick<RuleMessage, 'code' | 'params'>) => string {
  const locale = useLocale();
  return useMemo(() => (message) => ruleSentence(message, locale), [locale]);
}
