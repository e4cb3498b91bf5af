import type { QuestionInput } from '../../contract/index.ts';
import { bareText } from './bare-text.ts';
import { foldedBy } from './same-hash.ts';

/** Longer texts are compared by their beginning. */
const MAX_CHARACTERS = 4_000;
/** Vowel marks of Arabic, which are written or left out at will. */
const VOWEL_MARKS = /[\u064B-\u0652\u0670]/g;

export type Comparable = Pick<QuestionInput, 'stem' | 'options' | 'language'> & { readonly details?: QuestionInput['details'] };

/**
 * What near-duplicates are compared by: the words of the stem and of everything there is to choose from, in lower case.
 * With the options, because many good questions begin alike ("Which of these is a mammal?") and differ in them only; without
 * the key, because the same question with another key is what an editor must see.
 */
export function nearText({ stem, options, details = {}, language }: Comparable): string {
  const lists = [
    ...options.map(({ text }) => text),
    ...('prompts' in details ? details.prompts.map(({ text }) => text) : []),
    ...('gaps' in details ? details.gaps.flatMap((gap) => gap.options?.map(({ text }) => text) ?? []) : []),
  ];
  const fold = foldedBy(language);
  let text = bareText(stem.slice(0, MAX_CHARACTERS), fold);
  for (const entry of lists) {
    if (text.length >= MAX_CHARACTERS) break;
    text += `\n${fold(bareText(entry.slice(0, MAX_CHARACTERS)))}`;
  }
  return text.slice(0, MAX_CHARACTERS).replace(VOWEL_MARKS, '');
}
