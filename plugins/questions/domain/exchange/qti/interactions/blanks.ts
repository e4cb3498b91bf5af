import type { Gap, GapKey } from '../../../../contract/index.ts';
import { attribute, childElements, findElements, type MarkupElement } from '../../html/tree.ts';
import { approximated } from '../../losses.ts';
import { earnedBy, type FeedbackTexts, fullPoints } from '../answers-of.ts';
import type { Answered } from '../bodies.ts';
import { optionOf, readChoices } from '../choices.ts';
import { everyElement } from '../declarations.ts';
import type { QtiReading } from '../reading.ts';
import { typedKey } from './typed.ts';

type ReadGap = { readonly gap: Gap; readonly key: GapKey | null };

/** The id of our gap for an interaction: the number our own writer gave it, or its place in the text. */
export const gapIdOf = (element: MarkupElement, at: number): string =>
  /^GAP_([1-9][0-9]?)$/.exec(attribute(element, 'responseidentifier') ?? '')?.[1] ?? String(at + 1);

function chosen(element: MarkupElement, id: string, at: number, reading: QtiReading): ReadGap {
  const response = reading.declared.get(attribute(element, 'responseidentifier') ?? '');
  const choices = readChoices(childElements(element, 'inlinechoice'), reading, `details.gaps.${at}.options`);
  const earned = response ? earnedBy(reading, response) : [];
  const full = Math.max(0, ...earned.map(({ points }) => points));
  const right =
    response && response.correct.length > 0
      ? response.correct
      : earned.filter(({ points }) => points > 0 && points === full).map(({ value }) => value);
  if (earned.some(({ points }) => points > 0 && points < full))
    reading.draft.lose(approximated('qtiGapShares', `key.gaps.${id}`));
  const correct = right.flatMap((identifier) => optionOf(choices, identifier) ?? []);
  const options = choices.map(({ option }) => option);
  return { gap: { id, kind: 'choice', options }, key: { correct } };
}

function typed(element: MarkupElement, id: string, reading: QtiReading, feedback: FeedbackTexts, parts: number): ReadGap {
  const response = reading.declared.get(attribute(element, 'responseidentifier') ?? '');
  const key = response ? typedKey(response, reading, feedback, `key.gaps.${id}`, parts) : null;
  return { gap: { id, kind: key && 'tolerance' in key ? 'number' : 'text' }, key };
}

const asBlanks = (gaps: readonly ReadGap[]): Answered => ({
  type: 'blanks',
  options: [],
  details: { gaps: gaps.map(({ gap }) => gap) },
  key: { gaps: Object.fromEntries(gaps.flatMap(({ gap, key }) => (key ? [[gap.id, key] as const] : []))) },
});

/** Text entries and choices inside a text: one gap each, all worth the same. */
export function readBlanks(interactions: readonly MarkupElement[], reading: QtiReading, feedback: FeedbackTexts): Answered {
  const gaps = interactions.map((element, at) => {
    const id = gapIdOf(element, at);
    return element.name === 'inlinechoiceinteraction'
      ? chosen(element, id, at, reading)
      : typed(element, id, reading, feedback, interactions.length);
  });
  const points = interactions.map((element) => {
    const response = reading.declared.get(attribute(element, 'responseidentifier') ?? '');
    return response ? fullPoints(reading, response, earnedBy(reading, response), false) : 1;
  });
  if (new Set(points).size > 1) reading.draft.lose(approximated('qtiGapPoints', 'key'));
  return asBlanks(gaps);
}

/** gapMatchInteraction: words for gaps of a text; every gap offers all of them. Null where pictures are placed. */
export function readGapMatch(interaction: MarkupElement, reading: QtiReading): Answered | null {
  const words = childElements(interaction, 'gaptext');
  const response = reading.declared.get(attribute(interaction, 'responseidentifier') ?? '');
  const places = everyElement(interaction, 'gap');
  if (findElements(interaction, ['gapimg']).length > 0 || words.length === 0 || places.length === 0 || !response) return null;
  const written =
    response.correct.length > 0
      ? response.correct
      : (response.mapping?.entries ?? []).filter(({ value }) => value > 0).map(({ key }) => key);
  const gaps = places.map((place, at): ReadGap => {
    const choices = readChoices(words, reading, `details.gaps.${at}.options`);
    const right = written.flatMap((pair) => {
      const [word, gap] = pair.split(/\s+/);
      return gap === attribute(place, 'identifier') && word ? (optionOf(choices, word) ?? []) : [];
    });
    return {
      gap: { id: String(at + 1), kind: 'choice', options: choices.map(({ option: { id, text } }) => ({ id, text })) },
      key: { correct: right },
    };
  });
  reading.draft.lose(approximated('qtiGapMatch', 'type'));
  return asBlanks(gaps);
}
