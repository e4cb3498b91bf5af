import { OPTION_IDS } from '../../contract/index.ts';
import type { ExchangeQuestion } from '../exchange/item.ts';
import { writeIrt } from '../import/read-numbers.ts';
import { writeList } from '../import/sheet/parts.ts';
import { SHEET_FORMS } from '../import/sheet/registry.ts';

const ofOptions = (name: string): string[] => OPTION_IDS.map((id) => `${name}_${id}`);

/** Columns of exports; the import finds every one of them by its name. */
export const EXPORT_COLUMNS: readonly string[] = [
  'code',
  'type',
  'title',
  'topic',
  'difficulty',
  'language',
  'points',
  'stem',
  ...ofOptions('option'),
  'key',
  'tolerance',
  'unit',
  'case_sensitive',
  'alternatives',
  'shares',
  ...ofOptions('feedback'),
  'pinned',
  'option_order',
  'min_words',
  'max_words',
  'max_sec',
  'model_answer',
  'explanation',
  'solution',
  'hints',
  'further_topics',
  'exam_types',
  'skill',
  'tags',
  'estimated_seconds',
  'irt',
  'source',
  'licence',
];

/** Cells by the name of their column. */
function namedCells(question: ExchangeQuestion): Record<string, string> {
  const { type, options = [], details = {}, key } = question;
  const answer = SHEET_FORMS[type].write({ options, details, key });
  const byLetter = (name: string, cells: readonly string[] = []) =>
    Object.fromEntries(ofOptions(name).map((column, at) => [column, cells[at] ?? '']));
  return {
    ...byLetter('option', answer.options),
    ...byLetter('feedback', answer.feedback),
    code: question.code ?? '',
    type,
    title: question.title ?? '',
    topic: question.topic ?? '',
    difficulty: String(question.difficulty ?? ''),
    language: question.language ?? '',
    points: String(question.points ?? 1),
    stem: question.stem,
    key: answer.key ?? '',
    tolerance: answer.tolerance ?? '',
    unit: question.unit ?? '',
    case_sensitive: answer.caseSensitive ?? '',
    alternatives: answer.alternatives ?? '',
    shares: answer.shares ?? '',
    pinned: answer.pinned ?? '',
    option_order: answer.optionOrder ?? '',
    min_words: answer.minWords ?? '',
    max_words: answer.maxWords ?? '',
    max_sec: answer.maxSec ?? '',
    model_answer: answer.modelAnswer ?? '',
    explanation: question.explanation ?? '',
    solution: question.solution ?? '',
    hints: writeList(question.hints ?? []),
    further_topics: writeList(question.furtherTopics ?? []),
    exam_types: writeList(question.examTypes ?? [], ['|', ',', ';']),
    skill: question.skill ?? '',
    tags: writeList(question.tags ?? [], ['|', ',', ';']),
    estimated_seconds: String(question.estimatedSec ?? ''),
    irt: writeIrt(question.irt ?? null),
    source: question.source ?? '',
    licence: question.licence ?? '',
  };
}

/** One question, with the names of its topics, exam types and skill, as the cells of its row in the order of the columns. */
export function exportCells(question: ExchangeQuestion): string[] {
  const cells = namedCells(question);
  return EXPORT_COLUMNS.map((column) => cells[column] ?? '');
}
