import type { Locale } from '@lyceum/core/contract';
import { type Key, type QuestionInput, type RubricKey, type RuleMessage, TEXT_LIMITS } from '../../contract/index.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { checkNoOptions } from './details.ts';
import { error } from './messages.ts';
import type { Answer, MarkdownText } from './type.ts';

export const isRubricKey = (key: Key): key is RubricKey => 'rubric' in key;

const MAX_CRITERIA = 20;
const TITLE_LENGTH = 200;
const MAX_WEIGHT = 100;

const WHOLE: Record<Locale, string> = { en: 'Whole answer', tr: 'Yanıtın bütünü', ar: 'الإجابة كاملة' };

/** The rubric of a question that came without one: one criterion for everything. */
export const wholeAnswer = (language: Locale): RubricKey['rubric'] => [
  { id: '1', title: WHOLE[language], description: '', weight: 1 },
];

const length = (text: string, max: number, field: string): RuleMessage[] =>
  text.length > max ? [error('textTooLong', field, { length: text.length, max })] : [];

/** Marked by hand: no options, and a rubric of at least one criterion with title and weight. */
export function checkRubric(question: QuestionInput): RuleMessage[] {
  const { key } = question;
  if (!isRubricKey(key)) return [...checkNoOptions(question), error('keyForm', 'key')];
  const { rubric, modelAnswer } = key;
  return [
    ...checkNoOptions(question),
    ...(rubric.length === 0 ? [error('rubricEmpty', 'key.rubric')] : []),
    ...(rubric.length > MAX_CRITERIA ? [error('tooMany', 'key.rubric', { count: rubric.length, max: MAX_CRITERIA })] : []),
    ...(new Set(rubric.map(({ id }) => id)).size === rubric.length ? [] : [error('keyForm', 'key.rubric')]),
    ...rubric.flatMap(({ title, description, weight }, at) => [
      ...(title.trim() === '' ? [error('criterionTitle', `key.rubric.${at}.title`, { number: at + 1 })] : []),
      ...length(title, TITLE_LENGTH, `key.rubric.${at}.title`),
      ...length(description, TEXT_LIMITS.hint, `key.rubric.${at}.description`),
      ...(weight > 0 && weight <= MAX_WEIGHT
        ? []
        : [error('criterionWeight', `key.rubric.${at}.weight`, { number: at + 1, max: MAX_WEIGHT })]),
    ]),
    ...length(modelAnswer ?? '', TEXT_LIMITS.explanation, 'key.modelAnswer'),
  ];
}

/** Criteria numbered in their order, texts cleaned. */
export function normaliseRubric(answer: Answer): Answer {
  const { key } = answer;
  if (!isRubricKey(key)) return answer;
  const rubric = key.rubric.map(({ title, description, weight }, at) => ({
    id: String(at + 1),
    title: cleanLine(title),
    description: cleanText(description),
    weight,
  }));
  return { ...answer, key: { rubric, modelAnswer: cleanText(key.modelAnswer ?? '') || null } };
}

/** Markdown for markers. */
export const rubricTexts = ({ key }: QuestionInput): MarkdownText[] =>
  isRubricKey(key)
    ? [
        ...key.rubric.map(({ description }, at) => ({ field: `key.rubric.${at}.description`, text: description })),
        { field: 'key.modelAnswer', text: key.modelAnswer ?? '' },
      ]
    : [];

/** The model answer, or the rubric in words where there is none. */
export function rubricText(key: Key): string {
  if (!isRubricKey(key)) return '';
  return key.modelAnswer ?? key.rubric.map(({ title }) => title).join(' · ');
}
