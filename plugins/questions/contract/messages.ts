import type { Locale } from '@lyceum/core/contract';
import { baseSentences } from './messages/base.ts';
import { customRulesSentences } from './messages/custom-rules.ts';
import { duplicatesSentences } from './messages/duplicates.ts';
import { exchangeSentences } from './messages/exchange.ts';
import { exchangeHtmlSentences } from './messages/exchange-html.ts';
import { exchangeQtiSentences } from './messages/exchange-qti.ts';
import { importSentences } from './messages/import.ts';
import { mediaSentences } from './messages/media.ts';
import { typesSentences } from './messages/types.ts';
import type { RuleMessage } from './values.ts';

/** Sentences of the rules by code; `{name}` is replaced by the message's value. Shown in forms, reports, files of failed rows. */
export const RULE_SENTENCES = {
  ...baseSentences,
  ...typesSentences,
  ...exchangeSentences,
  ...exchangeHtmlSentences,
  ...exchangeQtiSentences,
  ...duplicatesSentences,
  ...customRulesSentences,
  ...importSentences,
  ...mediaSentences,
} as const satisfies Record<string, Record<Locale, string>>;

export type RuleCode = keyof typeof RULE_SENTENCES;

/** The sentence of a message in a language, with its values filled in. */
export function ruleSentence(message: Pick<RuleMessage, 'code' | 'params'>, locale: Locale = 'en'): string {
  const texts = RULE_SENTENCES[message.code as RuleCode] as Record<Locale, string> | undefined;
  if (!texts) return message.code;
  return texts[locale].replace(/\{([a-zA-Z]{1,20})\}/g, (whole, name: string) => String(message.params[name] ?? whole));
}
