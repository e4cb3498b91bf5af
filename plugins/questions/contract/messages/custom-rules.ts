import type { Sentences } from './sentences.ts';

/** Sentences of rules that staff switch on. */
export const customRulesSentences = {} as const satisfies Sentences;
