import { createHash } from 'node:crypto';
import type { QuestionInput } from '../../contract/index.ts';

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * Hash of everything a revision holds; equal hash = nothing to publish. Fields stand in a fixed order,
 * so it does not depend on how an object was built. Pass a normalised question.
 */
export function contentHash(question: QuestionInput): string {
  return sha256([
    question.type,
    question.stem,
    question.options.map(({ id, text, pinned }) => [id, text, pinned === true]),
    keyPart(question.key),
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
    ...laterFields(question),
  ]);
}

/** The key in the form the hash has had from the beginning; keys with more than that as they are. */
function keyPart(key: QuestionInput['key']): unknown {
  if ('correct' in key && Object.keys(key).length === 1) return key.correct;
  if ('accepted' in key && Object.keys(key).length === 2) return [key.accepted, key.caseSensitive];
  if ('tolerance' in key && Object.keys(key).length === 2) return [key.value, key.tolerance];
  return sorted(key);
}

/** Fields that came later are left out while they are empty, so that hashes made before them still hold. */
function laterFields({ title, details, furtherTopics, examTypes, skill }: QuestionInput): unknown[] {
  const filled = Object.entries({ title, details, furtherTopics, examTypes, skill }).filter(
    ([, value]) => value !== null && Object.keys(value).length > 0,
  );
  return filled.length === 0 ? [] : [sorted(Object.fromEntries(filled))];
}

/** The same value with the fields of every object in the order of the alphabet: jsonb keeps an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]));
}

/** Numbers keep the order of fields that codes were first made with. */
const codeKey = (key: QuestionInput['key']): unknown =>
  'tolerance' in key && Object.keys(key).length === 2 ? { value: key.value, tolerance: key.tolerance } : sorted(key);

/**
 * A code for a question that came without one. Made from type, stem, options and key, so the same question
 * gets the same code again and a file without codes can be imported twice without copies.
 */
export function codeOf(question: QuestionInput): string {
  const { type, stem, options, key, details } = question;
  const parts = Object.keys(details).length > 0 ? [sorted(details)] : [];
  return `q-${sha256([type, stem, options.map(({ text }) => text), codeKey(key), ...parts]).slice(0, 16)}`;
}
