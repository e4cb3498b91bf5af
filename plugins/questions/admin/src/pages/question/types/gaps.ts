import { type Gap, type GapKey, MAX_GAPS, type Option, type RuleMessage } from '../../../../../contract/index.ts';
import {
  type NumberAlternative,
  numberProblems,
  readNumbers,
  readTexts,
  type TextAlternative,
  textProblems,
  writeNumbers,
  writeTexts,
} from './alternatives.ts';
import { isWritten, missing } from './form.ts';
import { emptyOptions } from './option-list.ts';

/** A gap while it is written. What belongs to another kind stays until it is sent, so that a look at another kind loses nothing. */
export type GapDraft = {
  id: string;
  kind: Gap['kind'];
  accepted: string[];
  caseSensitive: boolean;
  texts: TextAlternative[];
  value: number | undefined;
  tolerance: number | undefined;
  numbers: NumberAlternative[];
  options: Option[];
  correct: string[];
};

export const emptyGap = (id: string): GapDraft => ({
  id,
  kind: 'text',
  accepted: [''],
  caseSensitive: false,
  texts: [],
  value: undefined,
  tolerance: 0,
  numbers: [],
  options: emptyOptions(2),
  correct: [],
});

export function readGap({ id, kind, options }: Gap, key: GapKey | undefined): GapDraft {
  const gap = { ...emptyGap(id), kind };
  if (key === undefined) return gap;
  if ('correct' in key) return { ...gap, options: options ?? gap.options, correct: key.correct };
  if ('tolerance' in key) return { ...gap, value: key.value, tolerance: key.tolerance, numbers: readNumbers(key.alternatives) };
  return { ...gap, accepted: key.accepted, caseSensitive: key.caseSensitive, texts: readTexts(key.alternatives) };
}

export function writeGap(gap: GapDraft): { gap: Gap; key: GapKey } {
  const { id, kind } = gap;
  if (kind === 'choice') return { gap: { id, kind, options: gap.options }, key: { correct: gap.correct } };
  if (kind === 'number')
    return { gap: { id, kind }, key: { value: gap.value ?? 0, tolerance: gap.tolerance ?? 0, ...writeNumbers(gap.numbers) } };
  const accepted = gap.accepted.filter(isWritten);
  return { gap: { id, kind }, key: { accepted, caseSensitive: gap.caseSensitive, ...writeTexts(gap.texts) } };
}

export function gapProblems(gap: GapDraft): RuleMessage[] {
  const field = `key.gaps.${gap.id}`;
  if (gap.kind === 'choice') return [];
  if (gap.kind === 'text') return textProblems(gap.texts, `${field}.alternatives`);
  return [
    ...(gap.value === undefined ? [missing(`${field}.value`)] : []),
    ...numberProblems(gap.numbers, `${field}.alternatives`),
  ];
}

export const isGapFilled = ({ accepted, value, options }: GapDraft): boolean =>
  accepted.some(isWritten) || value !== undefined || options.some(({ text }) => isWritten(text));

/** Ids of the gaps in a text, in its order, each once. */
export const idsInText = (stem: string): string[] => [
  ...new Set([...stem.matchAll(/\[\[([1-9][0-9]?)\]\]/g)].map(([, id = '']) => id)),
];

/** The gaps to show: those of the text in its order, those that have no place in it last. */
export function shownGaps(gaps: readonly GapDraft[], stem: string): GapDraft[] {
  const ids = idsInText(stem).slice(0, MAX_GAPS);
  const known = (id: string) => gaps.find((gap) => gap.id === id) ?? emptyGap(id);
  return [...ids.map(known), ...gaps.filter(({ id }) => !ids.includes(id))];
}

/** The first number no gap has; null when there are enough of them. */
export function freeGapId(gaps: readonly GapDraft[], stem: string): string | null {
  const taken = new Set([...idsInText(stem), ...gaps.map(({ id }) => id)]);
  if (taken.size >= MAX_GAPS) return null;
  for (let number = 1; ; number += 1) if (!taken.has(String(number))) return String(number);
}
