import type { DocumentId, Locale } from '@lyceum/core/contract';
import {
  CHOICE_TYPES,
  type Key,
  OPTION_COUNT,
  OPTION_IDS,
  OPTION_TYPES,
  type Option,
  POINTS,
  type Question,
  type QuestionInput,
  type QuestionType,
  type RuleMessage,
} from '../../../../contract/index.ts';

/** A question while it is written: what may be empty here must be filled before it is saved. */
export type Draft = {
  code: string;
  type: QuestionType;
  stem: string;
  options: Option[];
  correct: string[];
  value: number | undefined;
  tolerance: number | undefined;
  accepted: string[];
  caseSensitive: boolean;
  unit: string;
  explanation: string;
  solution: string;
  hints: string[];
  points: number | undefined;
  difficulty: number | undefined;
  topic: DocumentId | null;
  tags: string;
  language: Locale;
  estimatedSec: number | undefined;
  source: string;
  licence: string;
};

const includes = (list: readonly string[], value: string): boolean => list.includes(value);
export const isChoice = (type: QuestionType): boolean => includes(CHOICE_TYPES, type);
export const hasOptions = (type: QuestionType): boolean => includes(OPTION_TYPES, type);

const emptyOptions = (count: number): Option[] => OPTION_IDS.slice(0, count).map((id) => ({ id, text: '' }));

export const emptyDraft = (type: QuestionType, language: Locale): Draft => ({
  code: '',
  type,
  stem: '',
  options: hasOptions(type) ? emptyOptions(4) : [],
  correct: [],
  value: undefined,
  tolerance: 0,
  accepted: [''],
  caseSensitive: false,
  unit: '',
  explanation: '',
  solution: '',
  hints: [],
  points: POINTS.default,
  difficulty: undefined,
  topic: null,
  tags: '',
  language,
  estimatedSec: undefined,
  source: '',
  licence: '',
});

export function toDraft(question: Question): Draft {
  const { key } = question;
  return {
    ...emptyDraft(question.type, question.language),
    code: question.code,
    stem: question.stem,
    options: question.options,
    correct: 'correct' in key ? key.correct : [],
    ...('tolerance' in key ? { value: key.value, tolerance: key.tolerance } : {}),
    ...('accepted' in key ? { accepted: key.accepted, caseSensitive: key.caseSensitive } : {}),
    unit: question.unit ?? '',
    explanation: question.explanation ?? '',
    solution: question.solution ?? '',
    hints: question.hints,
    points: question.points,
    difficulty: question.difficulty,
    topic: question.topic,
    tags: question.tags.join(', '),
    estimatedSec: question.estimatedSec ?? undefined,
    source: question.source ?? '',
    licence: question.licence ?? '',
  };
}

function keyOf(draft: Draft): Key {
  if (draft.type === 'number') return { value: draft.value ?? 0, tolerance: draft.tolerance ?? 0 };
  if (draft.type === 'short-text')
    return { accepted: draft.accepted.filter((text) => text.trim() !== ''), caseSensitive: draft.caseSensitive };
  return { correct: draft.correct };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What is sent: only the fields that the type has. Empty numbers become 0; `missing` says which those are. */
export const toInput = (draft: Draft): QuestionInput => ({
  ...(draft.code.trim() === '' ? {} : { code: draft.code.trim() }),
  type: draft.type,
  title: null,
  stem: draft.stem,
  options: hasOptions(draft.type) ? draft.options : [],
  details: {},
  key: keyOf(draft),
  unit: draft.type === 'number' ? orNull(draft.unit) : null,
  explanation: orNull(draft.explanation),
  solution: orNull(draft.solution),
  hints: draft.hints.filter((hint) => hint.trim() !== ''),
  points: draft.points ?? POINTS.default,
  difficulty: draft.difficulty ?? 0,
  topic: draft.topic,
  furtherTopics: [],
  examTypes: [],
  skill: null,
  irt: null,
  tags: draft.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== ''),
  language: draft.language,
  estimatedSec: draft.estimatedSec ?? null,
  source: orNull(draft.source),
  licence: orNull(draft.licence),
});

const missingField = (field: string): RuleMessage => ({ code: 'required', level: 'error', field, params: {} });

/** Numbers that were left empty; the rules of the server only see numbers. */
export const missing = (draft: Draft): RuleMessage[] => [
  ...(draft.type === 'number' && draft.value === undefined ? [missingField('key.value')] : []),
  ...(draft.difficulty === undefined ? [missingField('difficulty')] : []),
  ...(draft.points === undefined ? [missingField('points')] : []),
];

/** The messages of the server with those of empty numbers in the place of what it says about the 0 it was sent. */
export function withMissing(draft: Draft, messages: readonly RuleMessage[]): RuleMessage[] {
  const own = missing(draft);
  return [...own, ...messages.filter(({ field }) => !own.some((message) => message.field === field))];
}

/** Filled fields that another type does not have; they are named before they are dropped. */
export function droppedBy(draft: Draft, type: QuestionType): ('options' | 'correct' | 'number' | 'unit' | 'accepted')[] {
  const filled = {
    options: hasOptions(draft.type) && !hasOptions(type) && draft.options.some(({ text }) => text.trim() !== ''),
    correct: draft.correct.length > 0 && keptCorrect(draft, type).length < draft.correct.length,
    number: draft.type === 'number' && type !== 'number' && draft.value !== undefined,
    unit: draft.type === 'number' && type !== 'number' && draft.unit.trim() !== '',
    accepted: draft.type === 'short-text' && type !== 'short-text' && draft.accepted.some((text) => text.trim() !== ''),
  };
  return (Object.keys(filled) as (keyof typeof filled)[]).filter((name) => filled[name]);
}

/** Marks that still mean something under another type. */
function keptCorrect(draft: Draft, type: QuestionType): string[] {
  if (hasOptions(draft.type) !== hasOptions(type) || isChoice(draft.type) !== isChoice(type)) return [];
  return type === 'single-choice' && draft.correct.length > 1 ? [] : draft.correct;
}

/** The draft under another type: what fits stays, what does not is dropped. */
export function switchType(draft: Draft, type: QuestionType): Draft {
  const fresh = emptyDraft(type, draft.language);
  return {
    ...draft,
    type,
    options: hasOptions(type) ? (hasOptions(draft.type) ? draft.options : fresh.options) : [],
    correct: keptCorrect(draft, type),
    ...(type === 'number' ? {} : { value: fresh.value, tolerance: fresh.tolerance, unit: fresh.unit }),
    ...(type === 'short-text' ? {} : { accepted: fresh.accepted, caseSensitive: fresh.caseSensitive }),
  };
}

/** One option more, under the first id that is free: ids stay with their texts, because papers refer to them. */
export function addOption(draft: Draft): Draft {
  const id = OPTION_IDS.find((free) => !draft.options.some((option) => option.id === free));
  return id === undefined || draft.options.length >= OPTION_COUNT.max
    ? draft
    : { ...draft, options: [...draft.options, { id, text: '' }] };
}

export const removeOption = (draft: Draft, id: string): Draft => ({
  ...draft,
  options: draft.options.filter((option) => option.id !== id),
  correct: draft.correct.filter((other) => other !== id),
});

/** Moves an option one place up (-1) or down (1); at the end of the list nothing happens. */
export function moveOption(draft: Draft, id: string, by: -1 | 1): Draft {
  const from = draft.options.findIndex((option) => option.id === id);
  const to = from + by;
  const option = draft.options[from];
  if (!option || to < 0 || to >= draft.options.length) return draft;
  return { ...draft, options: draft.options.toSpliced(from, 1).toSpliced(to, 0, option) };
}

/** Marks an option as right: the only one, or one of several. */
export function markOption(draft: Draft, id: string, isRight: boolean): Draft {
  if (draft.type !== 'multiple-choice') return { ...draft, correct: isRight ? [id] : [] };
  const others = draft.correct.filter((other) => other !== id);
  return { ...draft, correct: isRight ? [...others, id] : others };
}
