import type { Sentences } from './sentences.ts';

/** Sentences about images and audio. */
export const mediaSentences = {} as const satisfies Sentences;
