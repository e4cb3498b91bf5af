import { renderMarkdown } from '@lyceum/core/render';
import { error } from '../types/messages.ts';
import { markdownFields, type Rule } from './rule.ts';

/** Every formula can be read; the position is named. */
export const formulaParses = {
  code: 'formulaParses',
  check: (question) =>
    markdownFields(question)
      .filter(({ text }) => text.includes('$'))
      .flatMap(({ field, text }) =>
        renderMarkdown(text)
          .errors.filter(({ code }) => code === 'formula')
          .map(({ message, position }) => error('formulaBroken', field, { message: message.slice(0, 200), position })),
      ),
} as const satisfies Rule;
