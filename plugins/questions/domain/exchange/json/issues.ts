import type { z } from 'zod';
import type { RuleMessage } from '../../../contract/index.ts';
import { error } from '../../types/messages.ts';

/** So many messages are enough to mend a question by. */
const MAX_MESSAGES = 20;

type Issue = z.core.$ZodIssue;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((held, name) => (held !== null && typeof held === 'object' ? Reflect.get(held, name) : undefined), value);

function messages(issue: Issue, value: unknown, before: readonly PropertyKey[]): RuleMessage[] {
  const field = [...before, ...issue.path].map(String).join('.') || 'question';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => error('jsonUnknownField', field === 'question' ? name : `${field}.${name}`));
  }
  if (valueAt(value, issue.path) === undefined) return [error('required', field)];
  switch (issue.code) {
    case 'invalid_type':
      return [error('jsonType', field, { expected: issue.expected })];
    case 'too_big':
      return [error('jsonTooBig', field, { max: String(issue.maximum) })];
    case 'too_small':
      return [error('jsonTooSmall', field, { min: String(issue.minimum) })];
    case 'invalid_value':
      return [error('jsonValue', field, { values: issue.values.map(String).join(', ') })];
    default:
      return [error('jsonForm', field)];
  }
}

/** What a schema found wrong, as messages that name the field, in the language of the reader. */
export const issueMessages = (issues: readonly Issue[], value: unknown, before: readonly PropertyKey[] = []): RuleMessage[] =>
  issues.flatMap((issue) => messages(issue, value, before)).slice(0, MAX_MESSAGES);
