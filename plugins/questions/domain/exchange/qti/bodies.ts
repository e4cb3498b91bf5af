import type { ExchangeQuestion } from '../item.ts';

/** What an interaction becomes: everything that depends on the type. The stem and what all types share is added by the reader. */
export type Answered = Pick<ExchangeQuestion, 'type' | 'key' | 'options' | 'details' | 'unit'>;
