import { error } from '../types/messages.ts';
import type { Rule } from './rule.ts';

/** The topic is in the tree. */
export const knownTopic = {
  code: 'knownTopic',
  check: ({ topic }, { hasTopic }) => (topic !== null && !hasTopic(topic) ? [error('topicUnknown', 'topic', { topic })] : []),
} as const satisfies Rule;
