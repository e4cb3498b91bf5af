import type { QuestionInput } from '../../contract/index.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { rulesOf } from '../types/registry.ts';
import type { Answer } from '../types/type.ts';

const lineOrNull = (text: string | null): string | null => (text === null ? null : cleanLine(text) || null);
const textOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text) || null);
const distinct = (list: readonly string[]): string[] => [...new Set(list.filter((text) => text !== ''))];

/** Options cleaned, then options, details and key in the form their type gives them; details that were left out as the type begins. */
function normaliseAnswer({ type, options, details, key }: QuestionInput): Answer {
  const rules = rulesOf(type);
  const clean = options.map(({ id, text, pinned }) => ({ id, text: cleanText(text), ...(pinned ? { pinned } : {}) }));
  return rules.normalise({ options: clean, details: Object.keys(details).length === 0 ? rules.emptyDetails() : details, key });
}

/** The form in which questions are stored, compared and hashed: the same input always gives the same text. */
export function normalise(question: QuestionInput): QuestionInput {
  return {
    ...question,
    code: question.code === undefined ? undefined : cleanLine(question.code) || undefined,
    title: lineOrNull(question.title),
    stem: cleanText(question.stem),
    ...normaliseAnswer(question),
    unit: lineOrNull(question.unit),
    explanation: textOrNull(question.explanation),
    solution: textOrNull(question.solution),
    hints: question.hints.map(cleanText).filter((hint) => hint !== ''),
    furtherTopics: distinct(question.furtherTopics).filter((topic) => topic !== question.topic) as QuestionInput['furtherTopics'],
    examTypes: distinct(question.examTypes) as QuestionInput['examTypes'],
    tags: distinct(question.tags.map(cleanLine)),
    source: lineOrNull(question.source),
    licence: lineOrNull(question.licence),
  };
}
