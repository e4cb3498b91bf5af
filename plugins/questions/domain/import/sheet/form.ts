import type { KeyForm, QuestionInput, RuleMessage } from '../../../contract/index.ts';
import { cleanLine } from '../../text/clean.ts';
import { error } from '../../types/messages.ts';
import type { Answer } from '../../types/type.ts';

/** The cells of a row that hold what belongs to its type; by place where there is one for each option. */
export type AnswerCells = {
  readonly options: readonly string[];
  readonly feedback: readonly string[];
  readonly key: string;
  readonly tolerance: string;
  readonly caseSensitive: string;
  readonly shares: string;
  readonly alternatives: string;
  readonly pinned: string;
  readonly optionOrder: string;
  readonly minWords: string;
  readonly maxWords: string;
  readonly maxSec: string;
  readonly modelAnswer: string;
};

export type ReadAnswer = Answer & { readonly messages: readonly RuleMessage[] };

/** How a type stands in the cells of a row. A further type: a file with such a value and its line in the registry. */
export type SheetForm = {
  /** Cells of a question in its stored form; cells that stay empty may be left out. */
  readonly write: (answer: Answer) => Partial<AnswerCells>;
  /** The other way round. Says what cannot be read; what is wrong in its meaning the rules say. Never throws. */
  readonly read: (cells: AnswerCells, row: { form: KeyForm; language: QuestionInput['language'] }) => ReadAnswer;
};

export const short = (cell: string): string => cleanLine(cell).slice(0, 80);

/** A cell that cannot be read, with an example of one that can. */
export const unread = (field: string, cell: string, example: string): RuleMessage =>
  error('cellForm', field, { value: short(cell), example });
