import type { Sentences } from './sentences.ts';

/** Sentences about questions that are in the bank already. */
export const duplicatesSentences = {} as const satisfies Sentences;
