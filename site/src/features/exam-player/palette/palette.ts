import { isAnswer } from '@lyceum/questions/views/response';
import type { Entry } from '../journal/journal.ts';

/** Where a question stands. Told apart by shape and by text: filled, outlined, dashed; a flag folds the corner [E-11]. */
export type CellState = { readonly answer: 'answered' | 'blank' | 'notSeen'; readonly flagged: boolean };

export function cellState(entry: Pick<Entry, 'rev' | 'response' | 'flagged'> | undefined): CellState {
  if (entry === undefined) return { answer: 'notSeen', flagged: false };
  if (isAnswer(entry.response)) return { answer: 'answered', flagged: entry.flagged };
  return { answer: entry.rev > 0 ? 'blank' : 'notSeen', flagged: entry.flagged };
}

export type Counts = { readonly answered: number; readonly blank: number; readonly notSeen: number; readonly flagged: number };

/** Figures of the legend. */
export function countCells(cells: readonly CellState[]): Counts {
  const count = (test: (cell: CellState) => boolean) => cells.filter(test).length;
  return {
    answered: count((cell) => cell.answer === 'answered'),
    blank: count((cell) => cell.answer === 'blank'),
    notSeen: count((cell) => cell.answer === 'notSeen'),
    flagged: count((cell) => cell.flagged),
  };
}

/** What is named before handing in: numbers of the questions without an answer and of the flagged ones [E-15]. */
export function openQuestions(cells: readonly (CellState & { readonly item: number })[]): {
  unanswered: number[];
  flagged: number[];
} {
  const numbers = (test: (cell: CellState) => boolean) => cells.filter(test).map(({ item }) => item);
  return { unanswered: numbers((cell) => cell.answer !== 'answered'), flagged: numbers((cell) => cell.flagged) };
}
