import { type QuestionInput, type RuleMessage, TEXT_LIMITS } from '../../contract/index.ts';
import { error } from '../types/messages.ts';
import type { Rule } from './rule.ts';

const tooLong = (field: string, text: string | null | undefined, max: number): RuleMessage[] =>
  text && text.length > max ? [error('textTooLong', field, { length: text.length, max })] : [];

const listTooLong = (field: string, list: readonly string[], max: number, most: number): RuleMessage[] => [
  ...(list.length > most ? [error('tooMany', field, { count: list.length, max: most })] : []),
  ...list.flatMap((text, at) => tooLong(`${field}.${at}`, text, max)),
];

/** No text is over its limit; the stem's is 10,000 characters. */
export const textLengths = {
  code: 'textLengths',
  check: (question: QuestionInput) => [
    ...(question.stem.length > TEXT_LIMITS.stem
      ? [error('stemTooLong', 'stem', { length: question.stem.length, max: TEXT_LIMITS.stem })]
      : []),
    ...(question.code && question.code.length > TEXT_LIMITS.code
      ? [error('codeForm', 'code', { length: question.code.length, max: TEXT_LIMITS.code })]
      : []),
    ...tooLong('title', question.title, TEXT_LIMITS.title),
    ...tooLong('explanation', question.explanation, TEXT_LIMITS.explanation),
    ...tooLong('solution', question.solution, TEXT_LIMITS.explanation),
    ...tooLong('unit', question.unit, TEXT_LIMITS.unit),
    ...tooLong('source', question.source, TEXT_LIMITS.source),
    ...tooLong('licence', question.licence, TEXT_LIMITS.source),
    ...listTooLong('hints', question.hints, TEXT_LIMITS.hint, 10),
    ...listTooLong('tags', question.tags, TEXT_LIMITS.tag, 30),
    ...listTooLong('furtherTopics', question.furtherTopics, 32, 20),
    ...listTooLong('examTypes', question.examTypes, 32, 20),
  ],
} as const satisfies Rule;
