import type { QuestionInput } from '../../contract/index.ts';
import { cleanLine, cleanText } from '../text/clean.ts';

const lineOrNull = (text: string | null): string | null => (text === null ? null : cleanLine(text) || null);
const textOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text) || null);
const distinct = (list: readonly string[]): string[] => [...new Set(list.filter((text) => text !== ''))];

/** The key in one form: option ids once each in the order of the options; accepted texts trimmed, once each. */
function normaliseKey(question: QuestionInput): QuestionInput['key'] {
  const { key, options } = question;
  if ('correct' in key) {
    const order = new Map<string, number>(options.map(({ id }, at) => [id, at]));
    return { ...key, correct: distinct(key.correct).sort((a, b) => (order.get(a) ?? 99) - (order.get(b) ?? 99)) };
  }
  if ('accepted' in key) return { ...key, accepted: distinct(key.accepted.map(cleanLine)) };
  return key;
}

/** The form in which questions are stored, compared and hashed: the same input always gives the same text. */
export function normalise(question: QuestionInput): QuestionInput {
  return {
    ...question,
    code: question.code === undefined ? undefined : cleanLine(question.code) || undefined,
    title: lineOrNull(question.title),
    stem: cleanText(question.stem),
    options: question.options.map(({ id, text, pinned }) => ({ id, text: cleanText(text), ...(pinned ? { pinned } : {}) })),
    key: normaliseKey(question),
    unit: lineOrNull(question.unit),
    explanation: textOrNull(question.explanation),
    solution: textOrNull(question.solution),
    hints: question.hints.map(cleanText).filter((hint) => hint !== ''),
    furtherTopics: distinct(question.furtherTopics) as QuestionInput['furtherTopics'],
    examTypes: distinct(question.examTypes) as QuestionInput['examTypes'],
    tags: distinct(question.tags.map(cleanLine)),
    source: lineOrNull(question.source),
    licence: lineOrNull(question.licence),
  };
}
