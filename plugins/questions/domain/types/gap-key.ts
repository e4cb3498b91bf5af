import type { Locale } from '@lyceum/core/contract';
import { type Gap, type GapKey, OPTION_IDS, type RuleMessage } from '../../contract/index.ts';
import { cleanText } from '../text/clean.ts';
import { alternativeTexts } from './alternatives.ts';
import { checkKey, checkOptionList } from './choice.ts';
import { error } from './messages.ts';
import { checkNumberKey, normaliseNumber, numberFeedback, numberShare, numberText } from './number.ts';
import { checkTextKey, normaliseText, textFeedback, textShare } from './short-text.ts';
import type { MarkdownText } from './type.ts';

/** The kind of gap a key is for. */
export const kindOfKey = (key: GapKey): Gap['kind'] => ('correct' in key ? 'choice' : 'tolerance' in key ? 'number' : 'text');

/** One gap with its key: the kinds agree, a choice has 2–10 options and its right ones among them, the others a well-formed key. */
export function checkGap(gap: Gap, at: number, key: GapKey | undefined, language: Locale): RuleMessage[] {
  const field = `key.gaps.${gap.id}`;
  const options = gap.options ?? [];
  const list = gap.kind === 'choice' ? checkOptionList(options, `details.gaps.${at}.options`) : [];
  if (key === undefined) return [...list, error('gapWithoutKey', field, { gap: gap.id })];
  if (kindOfKey(key) !== gap.kind) return [...list, error('keyForm', field)];
  if ('correct' in key)
    return [
      ...list,
      ...checkKey(
        key,
        options.map(({ id }) => id),
        field,
      ),
    ];
  return 'tolerance' in key ? checkNumberKey(key, field) : checkTextKey(key, field, language);
}

/** A choice gap has its options under the ids a, b, c … in their order; other gaps have none. The key follows. */
export function normaliseGap(gap: Gap, key: GapKey | undefined): { gap: Gap; key: GapKey | undefined } {
  const { id, kind } = gap;
  if (kind !== 'choice') {
    const clean = key === undefined || 'correct' in key ? key : 'tolerance' in key ? normaliseNumber(key) : normaliseText(key);
    return { gap: { id, kind }, key: clean };
  }
  const options = (gap.options ?? []).flatMap(({ text, pinned }, at) => {
    const optionId = OPTION_IDS[at];
    return optionId === undefined ? [] : [{ id: optionId, text: cleanText(text), ...(pinned ? { pinned } : {}) }];
  });
  const renamed = new Map((gap.options ?? []).map((option, at) => [String(option.id), String(OPTION_IDS[at] ?? option.id)]));
  if (key === undefined || !('correct' in key)) return { gap: { id, kind, options }, key };
  const correct = [...new Set(key.correct.filter((one) => one !== '').map((one) => renamed.get(one) ?? one))].sort();
  return { gap: { id, kind, options }, key: { correct } };
}

/** Share of one gap, 0–1. */
export function gapShare(given: string, key: GapKey, language: Locale): number {
  if (given.trim() === '') return 0;
  if ('correct' in key) return key.correct.includes(given) ? 1 : 0;
  return 'tolerance' in key ? numberShare(given, key) : textShare(given, key, language);
}

export function gapFeedback(given: string, key: GapKey, language: Locale): string[] {
  if (given.trim() === '' || 'correct' in key) return [];
  return 'tolerance' in key ? numberFeedback(given, key) : textFeedback(given, key, language);
}

/** What is right in the gap, in words. */
export function gapText(key: GapKey, gap: Gap | undefined): string {
  if ('tolerance' in key) return numberText(key);
  if ('accepted' in key) return key.accepted.join(' / ');
  return key.correct.map((id) => gap?.options?.find((option) => option.id === id)?.text ?? id).join(' / ');
}

/** Markdown of the options of a gap, and of the feedback in its key. */
export const gapTexts = (gap: Gap, at: number, key: GapKey | undefined): MarkdownText[] => [
  ...(gap.options ?? []).map(({ text }, place) => ({ field: `details.gaps.${at}.options.${place}.text`, text })),
  ...(key && 'alternatives' in key ? alternativeTexts(key.alternatives, `key.gaps.${gap.id}.alternatives`) : []),
];
