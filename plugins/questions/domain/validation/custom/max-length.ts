import { warning } from '../../types/messages.ts';
import { markdownFields } from '../rule.ts';
import type { CustomRuleKind } from './custom-rule.ts';

/** A text is not longer than the institution wants it, counted in characters as a reader counts. */
export const maxLength = {
  kind: 'maxLength',
  check: (question, { field, max }) =>
    markdownFields(question)
      .filter((text) => text.field === field || text.field.startsWith(`${field}.`))
      .map((text) => ({ field: text.field, length: [...text.text].length }))
      .filter(({ length }) => length > max)
      .map((text) => warning('lengthLimited', text.field, { length: text.length, max })),
} as const satisfies CustomRuleKind<'maxLength'>;
