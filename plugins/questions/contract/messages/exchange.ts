import type { Sentences } from './sentences.ts';

/** Sentences about what a file of another system could not carry over, or how. */
export const exchangeSentences = {} as const satisfies Sentences;
