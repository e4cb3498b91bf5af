import { warning } from '../../types/messages.ts';
import { markdownFields } from '../rule.ts';
import type { CustomRuleKind } from './custom-rule.ts';

const SPACES = /\s+/gu;

/** Words that may stand in no text. Compared without case by the language of the question, whatever the spaces between words. */
export const forbiddenPhrase = {
  kind: 'forbiddenPhrase',
  check: (question, { phrase }) => {
    const folded = (text: string) => text.normalize('NFKC').toLocaleLowerCase(question.language).replace(SPACES, ' ');
    const wanted = folded(phrase);
    return markdownFields(question)
      .filter(({ text }) => folded(text).includes(wanted))
      .map(({ field }) => warning('phraseForbidden', field, { phrase }));
  },
} as const satisfies CustomRuleKind<'forbiddenPhrase'>;
