import type { Locale } from '@lyceum/core/contract';
import ar from './ar.json';
import en from './en.json';
import type { ViewStrings } from './texts.ts';
import tr from './tr.json';

/** The texts of all languages; a page for learners takes the one it needs. */
export const VIEW_STRINGS: Readonly<Record<Locale, ViewStrings>> = { en, tr, ar };
