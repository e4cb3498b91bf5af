import type { Mapping, MappingField, QuestionInput, RuleMessage } from '../../contract/index.ts';
import { normalise } from '../question/normalise.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { error } from '../types/messages.ts';
import { type MediaFinder, withFigures } from './figures.ts';
import { readNames } from './read-names.ts';
import { readIrt, readPoints, readSeconds } from './read-numbers.ts';
import { type RawRow, rowReader } from './row.ts';
import { type AnswerCells, short } from './sheet/form.ts';
import { readList } from './sheet/parts.ts';
import { SHEET_FORMS } from './sheet/registry.ts';
import { readDifficulty, readLanguage, readType } from './words.ts';

/** What the bank knows that a row may point to. */
export type ImportFacts = {
  /** The topic for a text of the file; `create` plans a new one. */
  readonly topic: (text: string) => { found: string } | { found: null; because: 'unknown' | 'ambiguous' | 'tooDeep' };
  /** Exam type by code, skill by name; where they are left out no name is known. */
  readonly examType?: (code: string) => string | null;
  readonly skill?: (name: string) => string | null;
  readonly media: MediaFinder;
};

export type RowDraft = {
  /** Normalised; null when the row says too little to be a question at all. */
  readonly question: QuestionInput | null;
  readonly messages: RuleMessage[];
  /** As in the file, for the report. */
  readonly code: string;
  readonly stemStart: string;
};

type Cell = (field: MappingField) => string;

const TAG_SIGNS = ['|', ',', ';'] as const;

/** Type, language and difficulty: without them a row is no question. */
function readKind(cell: Cell, messages: RuleMessage[]) {
  const wanted = <Value>(field: MappingField, value: Value | null, problem: (text: string) => RuleMessage): Value | null => {
    const text = cell(field);
    if (text.trim() === '') messages.push(error('required', field));
    else if (value === null) messages.push(problem(short(text)));
    return value;
  };
  return {
    type: wanted('type', readType(cell('type')), (type) => error('typeUnknown', 'type', { type })),
    language: wanted('language', readLanguage(cell('language')), (language) =>
      error('languageUnknown', 'language', { language }),
    ),
    difficulty: wanted('difficulty', readDifficulty(cell('difficulty')), (value) => error('numberForm', 'difficulty', { value })),
  };
}

const answerCells = (cell: Cell, options: readonly string[], feedback: readonly string[]): AnswerCells => ({
  options,
  feedback,
  key: cell('key'),
  tolerance: cell('tolerance'),
  caseSensitive: cell('caseSensitive'),
  shares: cell('shares'),
  alternatives: cell('alternatives'),
  pinned: cell('pinned'),
  optionOrder: cell('optionOrder'),
  minWords: cell('minWords'),
  maxWords: cell('maxWords'),
  maxSec: cell('maxSec'),
  modelAnswer: cell('modelAnswer'),
});

/** A row of a file as a question under a mapping. Says what cannot be read; the rules of meaning come after it. */
export function toQuestion(headers: readonly string[], row: RawRow, mapping: Mapping, facts: ImportFacts): RowDraft {
  const read = rowReader(headers, row);
  const cell: Cell = (field) => read(mapping.fields[field]);
  const columns = (list: readonly string[]) => list.map((column) => read({ from: 'column', column }));
  const messages: RuleMessage[] = (row.cellErrors ?? []).map(({ column, value }) =>
    error('cellError', headers[column] ?? `${column + 1}`, { value }),
  );
  const { type, language, difficulty } = readKind(cell, messages);
  const points = readPoints(cell('points'), messages);
  const estimatedSec = readSeconds(cell('estimatedSec'), messages);
  const irt = readIrt(cell('irt'), messages);
  const names = readNames(
    { topic: cell('topic'), furtherTopics: cell('furtherTopics'), examTypes: cell('examTypes'), skill: cell('skill') },
    facts,
    messages,
  );
  const stem = cleanText(cell('stem'));
  const code = cleanLine(cell('code'));
  const head = { code, stemStart: cleanLine(stem).slice(0, 200) };
  if (type === null || language === null) return { question: null, messages, ...head };

  const cells = answerCells(cell, columns(mapping.options), columns(mapping.feedback ?? []));
  const { messages: unread, ...answer } = SHEET_FORMS[type].read(cells, { form: mapping.keyForm, language });
  const figures = withFigures(stem, readList(cell('figure')), cleanLine(cell('figureAlt')), language, facts.media);
  messages.push(...unread, ...figures.messages);

  const question = normalise({
    ...answer,
    ...names,
    code: code || undefined,
    type,
    title: cell('title') || null,
    stem: figures.stem,
    unit: cell('unit') || null,
    explanation: cell('explanation') || null,
    solution: cell('solution') || null,
    hints: readList(cell('hints')),
    points,
    difficulty: difficulty ?? 0,
    irt,
    tags: readList(cell('tags'), TAG_SIGNS),
    language,
    estimatedSec,
    source: cell('source') || null,
    licence: cell('licence') || null,
  });
  return { question, messages, ...head };
}
