import type { DocumentId } from '@lyceum/core/contract';
import type { QuestionInput } from '../../contract/index.ts';

export const SAMPLE_TOPIC = 'topic0000000000000000000' as DocumentId;

/** A valid single choice question with the given fields changed; for tests. */
export function sample(fields: Partial<QuestionInput> = {}): QuestionInput {
  return {
    code: 'S-1',
    type: 'single-choice',
    title: null,
    stem: 'How much is $2 + 2$?',
    options: [
      { id: 'a', text: '4' },
      { id: 'b', text: '5' },
    ],
    details: {},
    key: { correct: ['a'] },
    unit: null,
    explanation: null,
    solution: null,
    hints: [],
    points: 1,
    difficulty: 3,
    topic: SAMPLE_TOPIC,
    furtherTopics: [],
    examTypes: [],
    skill: null,
    irt: null,
    tags: [],
    language: 'en',
    estimatedSec: null,
    source: null,
    licence: null,
    ...fields,
  };
}
