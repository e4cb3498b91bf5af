import type { Locale } from '@lyceum/core/contract';

/** One sentence a language. */
export type Sentences = Record<string, Record<Locale, string>>;
