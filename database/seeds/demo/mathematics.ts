import { algebraQuestions } from './mathematics/algebra.ts';
import { functionQuestions } from './mathematics/functions.ts';
import { geometryQuestions } from './mathematics/geometry.ts';
import { numberQuestions } from './mathematics/numbers.ts';
import { probabilityQuestions } from './mathematics/probability.ts';
import type { DemoQuestion } from './types.ts';

/** Mathematics up to the entrance of an upper secondary school or college. */
export const mathematicsQuestions = [
  ...numberQuestions,
  ...algebraQuestions,
  ...functionQuestions,
  ...geometryQuestions,
  ...probabilityQuestions,
] satisfies DemoQuestion[];
