import { createHash } from 'node:crypto';
import type { QuestionInput } from '../../contract/index.ts';

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * Hash of everything a revision holds; equal hash = nothing to publish. Fields stand in a fixed order,
 * so it does not depend on how an object was built. Pass a normalised question.
 */
export function contentHash(question: QuestionInput): string {
  const { key } = question;
  return sha256([
    question.type,
    question.stem,
    question.options.map(({ id, text, pinned }) => [id, text, pinned === true]),
    'correct' in key ? key.correct : 'accepted' in key ? [key.accepted, key.caseSensitive] : [key.value, key.tolerance],
    question.unit,
    question.explanation,
    question.solution,
    question.hints,
    question.points,
    question.difficulty,
    question.topic,
    question.tags,
    question.language,
    question.estimatedSec,
    question.source,
    question.licence,
  ]);
}

/**
 * A code for a question that came without one. Made from type, stem, options and key, so the same question
 * gets the same code again and a file without codes can be imported twice without copies.
 */
export function codeOf(question: QuestionInput): string {
  const { type, stem, options, key } = question;
  return `q-${sha256([type, stem, options.map(({ text }) => text), key]).slice(0, 16)}`;
}
