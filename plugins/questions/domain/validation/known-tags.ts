import { error } from '../types/messages.ts';
import type { Rule } from './rule.ts';

/** Further topics, exam types and the skill are in the bank. */
export const knownTags = {
  code: 'knownTags',
  check: ({ furtherTopics, examTypes, skill }, { hasTopic, hasExamType, hasSkill }) => [
    ...furtherTopics.flatMap((id, at) => (hasTopic(id) ? [] : [error('topicUnknown', `furtherTopics.${at}`, { topic: id })])),
    ...examTypes.flatMap((id, at) =>
      hasExamType?.(id) === false ? [error('examTypeUnknown', `examTypes.${at}`, { examType: id })] : [],
    ),
    ...(skill !== null && hasSkill?.(skill) === false ? [error('skillUnknown', 'skill', { skill })] : []),
  ],
} as const satisfies Rule;
