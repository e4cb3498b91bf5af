import { QUESTION_TYPES } from '../../contract/index.ts';
import { error } from '../types/messages.ts';
import { rulesOf } from '../types/registry.ts';
import type { Rule } from './rule.ts';

/** The type exists, and options and key fit it: the rules of the type itself. */
export const knownType = {
  code: 'knownType',
  check: (question) =>
    QUESTION_TYPES.includes(question.type)
      ? rulesOf(question.type).validate(question)
      : [error('typeUnknown', 'type', { type: String(question.type) })],
} as const satisfies Rule;
