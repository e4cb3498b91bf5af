import { DIFFICULTY } from '../../contract/index.ts';
import { error } from '../types/messages.ts';
import type { Rule } from './rule.ts';

/** A whole number from 1 to 10. */
export const difficultyRange = {
  code: 'difficultyRange',
  check: ({ difficulty }) =>
    Number.isInteger(difficulty) && difficulty >= DIFFICULTY.min && difficulty <= DIFFICULTY.max
      ? []
      : [error('difficultyRange', 'difficulty', DIFFICULTY)],
} as const satisfies Rule;
