import type { Sentences } from './sentences.ts';

/** Sentences of the rules of single types. */
export const typesSentences = {} as const satisfies Sentences;
