import type { ProblemDocument } from '@lyceum/core/contract';
import { dateText, durationText } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import { resources } from '../../i18n/resources.ts';
import type { Texts } from '../../i18n/texts.ts';

export type ProblemCode = keyof (typeof resources)['en']['problems'];

/** Every code that has a sentence and a help page. */
export const PROBLEM_CODES = Object.keys(resources.en.problems) as ProblemCode[];

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(resources.en.problems, code);

const hasDetail = (code: ProblemCode) => 'sayWith' in resources.en.problems[code];

/** What the sentence needs, as its reader writes it: instants in the reader's zone, waiting times in words. */
function wordsOf(locale: Locale, timeZone: string, params: NonNullable<ProblemDocument['params']>): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value !== null) words[name] = String(value);
  }
  const when = words.until ?? words.opensAt ?? words.closesAt ?? words.from;
  if (when !== undefined) words.when = dateText(locale, when, timeZone);
  if (words.retryAfterSec !== undefined) words.wait = durationText(locale, Number(words.retryAfterSec), true);
  return words;
}

const NEEDED = { wait: 'wait', when: 'when', minLength: 'minLength' } as const;

/** The sentence a person reads for a refusal; the general one when the code is new or its values are missing. */
export function problemText(
  t: Texts,
  locale: Locale,
  problem: Pick<ProblemDocument, 'code' | 'params'>,
  timeZone = 'UTC',
): string {
  const code = isProblemCode(problem.code) ? problem.code : 'core/internal';
  const words = wordsOf(locale, timeZone, problem.params ?? {});
  if (hasDetail(code) && Object.values(NEEDED).some((name) => words[name] !== undefined)) {
    const detailed = t(`problems:${code}.sayWith` as 'problems:exams/closed.sayWith', words as never);
    if (!String(detailed).includes('{{')) return String(detailed);
  }
  return t(`problems:${code}.say` as 'problems:core/internal.say');
}

/** What the reader can do about it. */
export const problemWayOut = (t: Texts, code: ProblemCode): string => t(`problems:${code}.todo` as 'problems:core/internal.todo');
