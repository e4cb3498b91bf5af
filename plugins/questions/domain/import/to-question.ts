import type { DocumentId } from '@lyceum/core/contract';
import {
  CHOICE_TYPES,
  type Mapping,
  type MappingField,
  OPTION_IDS,
  type Option,
  type QuestionInput,
  type RuleMessage,
} from '../../contract/index.ts';
import { normalise } from '../question/normalise.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { parseNumber } from '../text/numbers.ts';
import { error, optionName } from '../types/messages.ts';
import { type MediaFinder, withFigures } from './figures.ts';
import { readKey } from './read-key.ts';
import { type RawRow, rowReader } from './row.ts';
import { readBoolean, readDifficulty, readLanguage, readType } from './words.ts';

/** What the bank knows that a row may point to. */
export type ImportFacts = {
  /** The topic for a text of the file; `create` plans a new one. */
  readonly topic: (text: string) => { found: string } | { found: null; because: 'unknown' | 'ambiguous' | 'tooDeep' };
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

const list = (cell: string): string[] =>
  cell
    .split('|')
    .map((text) => text.trim())
    .filter((text) => text !== '');
const short = (cell: string) => cleanLine(cell).slice(0, 80);

/** Options up to the last filled one; an empty one before it is named [I10]. */
function readOptions(cells: readonly string[]): { options: Option[]; messages: RuleMessage[] } {
  const texts = cells.map(cleanText);
  const count = texts.findLastIndex((text) => text !== '') + 1;
  const filled = texts.slice(0, count);
  const options = filled.flatMap((text, at) => {
    const id = OPTION_IDS[at];
    return id === undefined ? [] : [{ id, text }];
  });
  const gaps = filled.flatMap((text, at) =>
    text === '' ? [error('optionGap', `options.${at}.text`, { option: optionName(at) })] : [],
  );
  const over = count > OPTION_IDS.length ? [error('optionCount', 'options', { count, min: 2, max: OPTION_IDS.length })] : [];
  return { options, messages: [...gaps, ...over] };
}

/** A row of a file as a question under a mapping. Says what cannot be read; the rules of meaning come after it. */
export function toQuestion(headers: readonly string[], row: RawRow, mapping: Mapping, facts: ImportFacts): RowDraft {
  const read = rowReader(headers, row);
  const cell = (field: MappingField) => read(mapping.fields[field]);
  const messages: RuleMessage[] = (row.cellErrors ?? []).map(({ column, value }) =>
    error('cellError', headers[column] ?? `${column + 1}`, { value }),
  );
  const wanted = <Value>(field: MappingField, value: Value | null, problem: (text: string) => RuleMessage): Value | null => {
    const text = cell(field);
    if (text.trim() === '') messages.push(error('required', field));
    else if (value === null) messages.push(problem(short(text)));
    return value;
  };

  const type = wanted('type', readType(cell('type')), (text) => error('typeUnknown', 'type', { type: text }));
  const language = wanted('language', readLanguage(cell('language')), (text) =>
    error('languageUnknown', 'language', { language: text }),
  );
  const difficulty = wanted('difficulty', readDifficulty(cell('difficulty')), (text) =>
    error('numberForm', 'difficulty', { value: text }),
  );
  const pointsText = cell('points').trim();
  const points = pointsText === '' ? 1 : parseNumber(pointsText);
  if (points === null) messages.push(error('numberForm', 'points', { value: short(pointsText) }));
  const secondsText = cell('estimatedSec').trim();
  const seconds = secondsText === '' ? null : parseNumber(secondsText);
  if (secondsText !== '' && (seconds === null || !Number.isInteger(seconds) || seconds < 1 || seconds > 7_200)) {
    messages.push(error('secondsRange', 'estimatedSec', { min: 1, max: 7_200 }));
  }
  const topic = readTopic(cleanLine(cell('topic')), facts, messages);
  const stem = cleanText(cell('stem'));
  const code = cleanLine(cell('code'));
  const head = { code, stemStart: cleanLine(stem).slice(0, 200) };
  if (type === null || language === null) return { question: null, messages, ...head };

  const read2 = readOptions(mapping.options.map((column) => read({ from: 'column', column })));
  const isChoice = CHOICE_TYPES.some((choice) => choice === type);
  const keyAnswer = readKey(
    type,
    { key: cell('key'), tolerance: cell('tolerance'), caseSensitive: cell('caseSensitive') },
    mapping.keyForm,
    read2.options,
  );
  const options = type === 'true-false' && read2.options.every(({ text }) => readBoolean(text) !== null) ? [] : read2.options;
  messages.push(...(isChoice ? read2.messages : []), ...keyAnswer.messages);
  const figures = withFigures(stem, list(cell('figure')), cleanLine(cell('figureAlt')), language, facts.media);
  messages.push(...figures.messages);

  const question = normalise({
    code: code || undefined,
    type,
    title: null,
    stem: figures.stem,
    options,
    details: {},
    key: keyAnswer.key,
    unit: cell('unit') || null,
    explanation: cell('explanation') || null,
    solution: cell('solution') || null,
    hints: list(cell('hints')),
    points: points ?? 1,
    difficulty: difficulty ?? 0,
    topic: topic as DocumentId | null,
    furtherTopics: [],
    examTypes: [],
    skill: null,
    irt: null,
    tags: cell('tags')
      .split(/[|,;]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    language,
    estimatedSec: seconds,
    source: cell('source') || null,
    licence: cell('licence') || null,
  });
  return { question, messages, ...head };
}

function readTopic(text: string, facts: ImportFacts, messages: RuleMessage[]): string | null {
  if (text === '') return null;
  const match = facts.topic(text);
  if (match.found !== null) return match.found;
  const code = { unknown: 'topicUnknown', ambiguous: 'topicAmbiguous', tooDeep: 'topicTooDeep' } as const;
  messages.push(error(code[match.because], 'topic', { topic: short(text) }));
  return null;
}
