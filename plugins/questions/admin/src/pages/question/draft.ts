import type { DocumentId, Locale } from '@lyceum/core/contract';
import { POINTS, type Question, type QuestionInput, type QuestionType, type RuleMessage } from '../../../../contract/index.ts';
import { type FilledPart, missing as missingField } from './types/form.ts';
import { ANSWER_FORMS } from './types/registry.ts';

/** A question while it is written: what may be empty here must be filled before it is saved. */
export type Draft = {
  code: string;
  type: QuestionType;
  title: string;
  stem: string;
  /** What the form of the type holds; only that form reads it. */
  answer: object;
  explanation: string;
  solution: string;
  hints: string[];
  points: number | undefined;
  difficulty: number | undefined;
  topic: DocumentId | null;
  furtherTopics: DocumentId[];
  examTypes: DocumentId[];
  skill: DocumentId | null;
  /** Kept as it was calibrated; nobody types it. */
  irt: QuestionInput['irt'];
  tags: string;
  language: Locale;
  estimatedSec: number | undefined;
  source: string;
  licence: string;
};

export const emptyDraft = (type: QuestionType, language: Locale): Draft => ({
  code: '',
  type,
  title: '',
  stem: '',
  answer: ANSWER_FORMS[type].empty(language),
  explanation: '',
  solution: '',
  hints: [],
  points: POINTS.default,
  difficulty: undefined,
  topic: null,
  furtherTopics: [],
  examTypes: [],
  skill: null,
  irt: null,
  tags: '',
  language,
  estimatedSec: undefined,
  source: '',
  licence: '',
});

/** A question as the form shows it. */
export function toDraft(question: QuestionInput | Question): Draft {
  return {
    code: question.code ?? '',
    type: question.type,
    title: question.title ?? '',
    stem: question.stem,
    answer: ANSWER_FORMS[question.type].read(question),
    explanation: question.explanation ?? '',
    solution: question.solution ?? '',
    hints: question.hints,
    points: question.points,
    difficulty: question.difficulty,
    topic: question.topic,
    furtherTopics: question.furtherTopics,
    examTypes: question.examTypes,
    skill: question.skill,
    irt: question.irt,
    tags: question.tags.join(', '),
    language: question.language,
    estimatedSec: question.estimatedSec ?? undefined,
    source: question.source ?? '',
    licence: question.licence ?? '',
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What is sent: only the fields that the type has. Empty numbers become 0; `missing` says which those are. */
export const toInput = (draft: Draft): QuestionInput => ({
  ...ANSWER_FORMS[draft.type].write(draft.answer, draft.stem),
  ...(draft.code.trim() === '' ? {} : { code: draft.code.trim() }),
  type: draft.type,
  title: orNull(draft.title),
  stem: draft.stem,
  explanation: orNull(draft.explanation),
  solution: orNull(draft.solution),
  hints: draft.hints.filter((hint) => hint.trim() !== ''),
  points: draft.points ?? POINTS.default,
  difficulty: draft.difficulty ?? 0,
  topic: draft.topic,
  furtherTopics: draft.furtherTopics,
  examTypes: draft.examTypes,
  skill: draft.skill,
  irt: draft.irt,
  tags: draft.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== ''),
  language: draft.language,
  estimatedSec: draft.estimatedSec ?? null,
  source: orNull(draft.source),
  licence: orNull(draft.licence),
});

/** What is wrong with the answer before the server can see it. */
const answerProblems = ({ type, answer, stem }: Draft): RuleMessage[] => ANSWER_FORMS[type].problems(answer, stem);

/** What the server cannot see: numbers that were left empty or are none it takes. */
export const missing = (draft: Draft): RuleMessage[] => [
  ...answerProblems(draft),
  ...(draft.difficulty === undefined ? [missingField('difficulty')] : []),
  ...(draft.points === undefined ? [missingField('points')] : []),
];

/** The messages of the server with those of the form in the place of what it says about the numbers it was sent instead. */
export function withMissing(draft: Draft, messages: readonly RuleMessage[]): RuleMessage[] {
  const own = missing(draft);
  return [...own, ...messages.filter(({ field }) => !own.some((message) => message.field === field))];
}

/** The draft under another type: what fits stays, what does not is dropped. */
export function switchType(draft: Draft, type: QuestionType): Draft {
  const parts = ANSWER_FORMS[draft.type].write(draft.answer, draft.stem);
  const form = ANSWER_FORMS[type];
  return { ...draft, type, answer: form.adopt(parts, form.empty(draft.language)) };
}

/** Filled parts that another type does not have; they are named before they are dropped. */
export function droppedBy(draft: Draft, type: QuestionType): FilledPart[] {
  const kept = ANSWER_FORMS[type].filled(switchType(draft, type).answer);
  return ANSWER_FORMS[draft.type].filled(draft.answer).filter((part) => !kept.includes(part));
}
