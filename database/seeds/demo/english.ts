import { englishA1 } from './english/a1.ts';
import { englishA2 } from './english/a2.ts';
import { englishB1 } from './english/b1.ts';
import { englishB2 } from './english/b2.ts';
import { englishC1 } from './english/c1.ts';
import type { DemoQuestion } from './types.ts';

/** English placement: six questions a level, A1 to C1. */
export const englishQuestions = [...englishA1, ...englishA2, ...englishB1, ...englishB2, ...englishC1] satisfies DemoQuestion[];
