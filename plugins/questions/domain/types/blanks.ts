import {
  type BlanksDetails,
  type BlanksKey,
  type BlanksResponse,
  type Details,
  type GapKey,
  type Key,
  MAX_GAPS,
  type QuestionInput,
  type Response,
  type RuleMessage,
} from '../../contract/index.ts';
import { checkDetails, checkNoOptions } from './details.ts';
import { checkGap, gapFeedback, gapShare, gapText, gapTexts, normaliseGap } from './gap-key.ts';
import { error } from './messages.ts';
import { asRatio } from './shares.ts';
import type { TypeRules } from './type.ts';

export const isBlanksKey = (key: Key): key is BlanksKey => 'gaps' in key;
export const isBlanksDetails = (details: Details | undefined): details is BlanksDetails =>
  details !== undefined && 'gaps' in details;
const isBlanksResponse = (response: Response): response is BlanksResponse => response !== null && 'gaps' in response;

/** Ids of the gaps in the order in which the stem shows them: `[[1]]` is gap 1. */
export const gapsInStem = (stem: string): string[] => [...stem.matchAll(/\[\[([1-9][0-9]?)\]\]/g)].map(([, id = '']) => id);

const keyFor = (key: BlanksKey, id: string): GapKey | undefined => (Object.hasOwn(key.gaps, id) ? key.gaps[id] : undefined);

/** Each gap stands in the stem once, and each place in the stem has its gap. */
function checkPlaces(stem: string, ids: readonly string[]): RuleMessage[] {
  const inStem = gapsInStem(stem);
  const count = (id: string) => inStem.filter((one) => one === id).length;
  const twice = [...new Set(inStem)].filter((id) => count(id) > 1);
  return [
    ...ids.filter((id) => count(id) === 0).map((gap) => error('gapNotInStem', 'stem', { gap })),
    ...twice.map((gap) => error('gapTwice', 'stem', { gap })),
    ...[...new Set(inStem)].filter((id) => !ids.includes(id)).map((gap) => error('gapUnknown', 'stem', { gap })),
  ];
}

function checkBlanks({ key, details, stem, language }: QuestionInput): RuleMessage[] {
  if (!isBlanksKey(key) || !isBlanksDetails(details)) return [error('keyForm', 'key')];
  const ids = details.gaps.map(({ id }) => id);
  const stray = Object.keys(key.gaps).filter((id) => !ids.includes(id));
  return [
    ...(ids.length === 0 || ids.length > MAX_GAPS
      ? [error('gapCount', 'details.gaps', { count: ids.length, max: MAX_GAPS })]
      : []),
    ...(new Set(ids).size === ids.length ? [] : [error('detailsForm', 'details')]),
    ...checkPlaces(stem, ids),
    ...details.gaps.flatMap((gap, at) => checkGap(gap, at, keyFor(key, gap.id), language)),
    ...stray.map((gap) => error('keyWithoutGap', `key.gaps.${gap}`, { gap })),
  ];
}

/** A text with gaps; each gap earns an equal part. */
export const blanks = {
  code: 'blanks',
  validate: (question) => [...checkNoOptions(question), ...checkDetails(question), ...checkBlanks(question)],
  emptyDetails: () => ({ gaps: [] }),
  normalise(answer) {
    const { key, details } = answer;
    if (!isBlanksKey(key) || !isBlanksDetails(details)) return answer;
    const gaps = details.gaps
      .toSorted((a, b) => Number(a.id) - Number(b.id))
      .map((gap) => normaliseGap(gap, keyFor(key, gap.id)));
    const known = gaps.flatMap(({ gap, key: own }) => (own === undefined ? [] : [[gap.id, own] as const]));
    return {
      ...answer,
      details: { gaps: gaps.map(({ gap }) => gap) },
      key: { gaps: { ...key.gaps, ...Object.fromEntries(known) } },
    };
  },
  texts: ({ key, details }) =>
    isBlanksDetails(details)
      ? details.gaps.flatMap((gap, at) => gapTexts(gap, at, isBlanksKey(key) ? keyFor(key, gap.id) : undefined))
      : [],
  score(response, key, { language }) {
    if (!isBlanksKey(key) || !isBlanksResponse(response)) return 0;
    const gaps = Object.entries(key.gaps);
    const sum = gaps.reduce((earned, [id, own]) => earned + gapShare(response.gaps[id] ?? '', own, language), 0);
    return gaps.length === 0 ? 0 : asRatio(sum / gaps.length);
  },
  feedbackFor: (response, key, { language }) =>
    isBlanksKey(key) && isBlanksResponse(response)
      ? Object.entries(key.gaps).flatMap(([id, own]) => gapFeedback(response.gaps[id] ?? '', own, language))
      : [],
  emptyResponse: () => ({ gaps: {} }),
  isEmpty: (response) => !isBlanksResponse(response) || Object.values(response.gaps).every((text) => text.trim() === ''),
  answerText: (key, { details }) => {
    if (!isBlanksKey(key)) return '';
    const gaps = isBlanksDetails(details) ? details.gaps : [];
    return Object.entries(key.gaps)
      .map(
        ([id, own]) =>
          `${id}: ${gapText(
            own,
            gaps.find((gap) => gap.id === id),
          )}`,
      )
      .join(' · ');
  },
  lists: ({ details }) =>
    isBlanksDetails(details)
      ? details.gaps.flatMap((gap) =>
          gap.kind === 'choice' ? [{ list: `gap.${gap.id}`, ids: gap.options ?? [], always: false }] : [],
        )
      : [],
  mapIds: (response, map) =>
    isBlanksResponse(response)
      ? { gaps: Object.fromEntries(Object.entries(response.gaps).map(([id, given]) => [id, map(`gap.${id}`, given)])) }
      : response,
} as const satisfies TypeRules;
