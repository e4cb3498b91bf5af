import { createHash } from 'node:crypto';
import type { Locale } from '@lyceum/core/contract';
import type { GapKey, Key, Option, QuestionInput } from '../../contract/index.ts';
import { bareText } from './bare-text.ts';

/** Words in lower case by the rules of their language: the Turkish I is not an i. */
export const foldedBy =
  (language: Locale) =>
  (words: string): string =>
    words.toLocaleLowerCase(language).normalize('NFC');

/** What makes two questions the same. */
export type Hashed = Pick<QuestionInput, 'type' | 'stem' | 'options' | 'key' | 'details' | 'language' | 'unit'>;

type Names = ReadonlyMap<string, string>;

const namesOf = (list: readonly { id: string; text: string }[]): Names =>
  new Map(list.map(({ id, text }) => [id, bareText(text)]));
const nameOf = (names: Names, id: string): string => names.get(id) ?? id;
const sorted = (texts: Iterable<string>): string[] => [...texts].sort();
const shareList = (shares: Record<string, number>, names: Names): string[] =>
  sorted(Object.entries(shares).map(([id, share]) => `${nameOf(names, id)}\n${share}`));

/** What is right, with option texts for their ids. Feedback does not belong to it. */
function keyParts(key: Key | GapKey, names: Names, prompts: Names, language: Locale): unknown {
  if ('correct' in key) {
    const shares = 'shares' in key && key.shares ? shareList(key.shares, names) : [];
    return ['choice', sorted(key.correct.map((id) => nameOf(names, id))), ...shares];
  }
  if ('accepted' in key) {
    const { accepted, caseSensitive, alternatives = [] } = key;
    const form = (text: string) => bareText(text, caseSensitive ? undefined : foldedBy(language));
    return [
      'text',
      sorted(new Set(accepted.map(form))),
      caseSensitive,
      alternatives.map(({ text, share }) => [form(text), share]),
    ];
  }
  if ('tolerance' in key) {
    const { value, tolerance, alternatives = [] } = key;
    return ['number', value, tolerance, alternatives.map((other) => [other.value, other.tolerance, other.share])];
  }
  if ('order' in key) return ['order', key.order.map((id) => nameOf(names, id))];
  if ('pairs' in key)
    return ['pairs', sorted(Object.entries(key.pairs).map(([prompt, id]) => `${nameOf(prompts, prompt)}\n${nameOf(names, id)}`))];
  if ('rubric' in key)
    return [
      'rubric',
      key.rubric.map(({ title, description, weight }) => [bareText(title), bareText(description), weight]),
      bareText(key.modelAnswer ?? ''),
    ];
  return ['gaps'];
}

const NO_NAMES: Names = new Map();
const GAP = /\[\[([1-9][0-9]?)\]\]/g;

/** The stem with its gaps counted from 1 in the order they stand, and the ids they had: how they are numbered does not count. */
function countedGaps(stem: string): { stem: string; ids: string[] } {
  const ids: string[] = [];
  const counted = stem.replace(GAP, (_, id: string) => {
    if (!ids.includes(id)) ids.push(id);
    return `[[${ids.indexOf(id) + 1}]]`;
  });
  return { stem: counted, ids };
}

/** Each gap with its list and what is right in it, in the order of the stem. */
function gapParts({ details, key, language }: Hashed, ids: readonly string[]): unknown[] {
  const gaps = 'gaps' in details ? details.gaps : [];
  const keys: Readonly<Record<string, GapKey>> = 'gaps' in key ? key.gaps : {};
  const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return gaps
    .toSorted((a, b) => place(a.id) - place(b.id))
    .map(({ id, kind, options = [] }) => {
      const names = namesOf(options as readonly Option[]);
      const right = keys[id];
      return [kind, sorted(names.values()), right ? keyParts(right, names, NO_NAMES, language) : null];
    });
}

/** Gaps, prompts or limits, as they count; the stem as it is compared goes with them. */
function detailParts(question: Hashed): { stem: string; parts: unknown[]; prompts: Names } {
  const { details, stem } = question;
  if ('gaps' in details) {
    const counted = countedGaps(stem);
    return { stem: counted.stem, parts: gapParts(question, counted.ids), prompts: NO_NAMES };
  }
  if ('prompts' in details) {
    const prompts = namesOf(details.prompts);
    return { stem, parts: sorted(prompts.values()), prompts };
  }
  const limits = Object.entries(details).filter(([, value]) => value !== null && value !== undefined);
  return { stem, parts: limits.sort(([a], [b]) => (a < b ? -1 : 1)), prompts: NO_NAMES };
}

/**
 * Equal for exact duplicates: the same stem, set of options and key after normalising spaces, width and markup.
 * Case counts in options (kHz and khz differ) and not in the words of the stem. Neither the order of the options counts,
 * but where it is the answer, nor their ids. A translation is no duplicate, so the language counts.
 */
export function sameHash(question: Hashed): string {
  const { type, options, key, language, unit } = question;
  const names = namesOf(options);
  const { stem, parts, prompts } = detailParts(question);
  const whole = [
    type,
    language,
    bareText(stem, foldedBy(language)),
    sorted(names.values()),
    keyParts(key, names, prompts, language),
    bareText(unit ?? ''),
    parts,
  ];
  return createHash('sha256').update(JSON.stringify(whole)).digest('base64url').slice(0, 32);
}
