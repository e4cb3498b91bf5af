import type { BlanksDetails, BlanksKey, BlanksResponse, Content, Details, GapKey, Key, Response } from '../../contract/index.ts';
import { isAccepted } from '../text/compare-text.ts';
import { error } from './messages.ts';
import { number } from './number.ts';
import { shortText } from './short-text.ts';
import type { ScoringContext, TypeRules } from './type.ts';

export const isBlanksKey = (key: Key): key is BlanksKey => 'gaps' in key;
export const isBlanksDetails = (details: Details | undefined): details is BlanksDetails =>
  details !== undefined && 'gaps' in details;
const isBlanksResponse = (response: Response): response is BlanksResponse => response !== null && 'gaps' in response;

/** Ids of the gaps in the order in which the stem shows them: `[[1]]` is gap 1. */
export const gapsInStem = (stem: string): string[] => [...stem.matchAll(/\[\[([1-9][0-9]?)\]\]/g)].map(([, id = '']) => id);

function gapShare(given: string, key: GapKey, context: ScoringContext): number {
  if (given.trim() === '') return 0;
  if ('correct' in key) return key.correct.includes(given) ? 1 : 0;
  if ('tolerance' in key) return number.score({ number: given }, key, context);
  return isAccepted(given, key.accepted, key.caseSensitive, context.language)
    ? 1
    : shortText.score({ text: given }, key, context);
}

const gapText = (key: GapKey, content: Content, id: string): string => {
  if ('tolerance' in key) return String(key.value);
  if ('accepted' in key) return key.accepted.join(' / ');
  const gap = isBlanksDetails(content.details) ? content.details.gaps.find((one) => one.id === id) : undefined;
  return key.correct.map((option) => gap?.options?.find((one) => one.id === option)?.text ?? option).join(' / ');
};

/** A text with gaps; each gap earns an equal part. */
export const blanks = {
  code: 'blanks',
  validate: ({ key, details }) => (isBlanksKey(key) && isBlanksDetails(details) ? [] : [error('keyForm', 'key')]),
  score(response, key, context) {
    if (!isBlanksKey(key) || !isBlanksResponse(response)) return 0;
    const ids = Object.keys(key.gaps);
    const shares = ids.map((id) => gapShare(response.gaps[id] ?? '', key.gaps[id] as GapKey, context));
    return ids.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / ids.length;
  },
  emptyResponse: () => ({ gaps: {} }),
  isEmpty: (response) => !isBlanksResponse(response) || Object.values(response.gaps).every((text) => text.trim() === ''),
  answerText: (key, content) =>
    isBlanksKey(key)
      ? Object.entries(key.gaps)
          .map(([id, gap]) => `${id}: ${gapText(gap, content, id)}`)
          .join(' · ')
      : '',
  lists: ({ details }) =>
    isBlanksDetails(details)
      ? details.gaps.flatMap((gap) =>
          gap.kind === 'choice' ? [{ list: `gap.${gap.id}`, ids: gap.options ?? [], always: false }] : [],
        )
      : [],
  mapIds: (response) => response,
} as const satisfies TypeRules;
