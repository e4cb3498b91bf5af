import type { GapKey, NumberKey, Option, TextKey } from '../../../contract/index.ts';
import { parseNumber } from '../../text/numbers.ts';
import { error } from '../../types/messages.ts';
import { asOptions, numberKey, textKey, tidied } from '../answers.ts';
import { attribute, type MarkupElement, textOf } from '../html/tree.ts';
import { approximated, leftOut } from '../losses.ts';
import type { Answered } from '../qti/bodies.ts';
import type { ReadChoice } from '../qti/choices.ts';
import { choiceAnswer, keyOfChoices } from '../qti/interactions/choice.ts';
import { saidIn } from './material.ts';
import { feedbackFor, labelsOf, type Reading12 } from './reading.ts';

const identOf = (element: MarkupElement): string => attribute(element, 'ident') ?? '';

/** The answers of a response as options; those without words cannot be. */
export function readLabels(labels: readonly MarkupElement[], { markdown, draft }: Reading12, field = 'options'): ReadChoice[] {
  const texts = labels.map((label, at) => {
    const said = saidIn(label);
    return { text: markdown(said.length > 0 ? said : [textOf(label)], `${field}.${at}.text`, true) };
  });
  const { options, messages } = asOptions(texts, field);
  draft.tell(...messages);
  return options.map((option, at) => ({ identifier: identOf(labels[at] ?? label0), option, inlineFeedback: null }));
}
const label0: MarkupElement = { name: 'response_label', attributes: {}, children: [] };

/** What each answer of a response earns when it is the one a condition names. */
function sharesOf({ conditions, full }: Reading12, response: string): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const { is, points, together } of conditions) {
    if (points === null || points === 0 || together) continue;
    for (const { response: own, value } of is) {
      if (own === response) shares[value] = Math.max(-1, Math.min(1, tidied(points / full)));
    }
  }
  return shares;
}

/** One or several of some answers. */
export function readChoice12(response: MarkupElement, reading: Reading12): Answered {
  const id = identOf(response);
  const choices = readLabels(labelsOf(response), reading);
  const several = /^multiple$/i.test(attribute(response, 'rcardinality') ?? 'single');
  const whole = reading.conditions.find(
    ({ is, isNot, points }) =>
      several && (points ?? 0) > 0 && (is.length > 1 || isNot.length > 0) && is.every((one) => one.response === id),
  );
  const shares = sharesOf(reading, id);
  const correct = whole ? whole.is.map(({ value }) => value) : [];
  const feedbackOf = ({ identifier }: ReadChoice) => feedbackFor(reading, id, identifier);
  return choiceAnswer(choices, keyOfChoices(choices, correct, whole ? null : shares, feedbackOf, several), several);
}

/** Answers typed as text, with shares and feedback. */
export function readText12(id: string, reading: Reading12, full = reading.full): TextKey {
  const named = reading.conditions.flatMap(({ is, points, feedback }) =>
    is.filter(({ response }) => response === id).map((one) => ({ ...one, points, alone: is.length === 1, shown: feedback })),
  );
  const values = [...new Set(named.map(({ value }) => value))].filter((value) => value !== '');
  const answers = values.map((text) => {
    const own = named.filter(({ value }) => value === text);
    const points = own.map((one) => one.points ?? 0).reduce((sum, one) => Math.max(sum, one), 0);
    return { text, share: Math.min(1, tidied(points / full)), feedback: feedbackFor(reading, id, text) };
  });
  return textKey(
    answers.filter(({ share, feedback }) => share !== 0 || feedback !== null),
    named.some(({ caseSensitive }) => caseSensitive),
  );
}

/** Numbers: exact, or between two borders. */
export function readNumber12(id: string, reading: Reading12, field = 'key', full = reading.full): NumberKey | null {
  const answers = reading.conditions.flatMap(({ is, ranges, points }) => {
    if (points === null || points <= 0) return [];
    const share = Math.min(1, tidied(points / full));
    const borders = ranges.filter(({ response }) => response === id);
    const exact = is.filter(({ response }) => response === id).flatMap(({ value }) => parseNumber(value) ?? []);
    const free = borders.filter(({ low, high }) => !exact.some((value) => value >= low && value <= high));
    return [
      ...exact.map((value) => {
        const around = borders.find(({ low, high }) => value >= low && value <= high);
        return {
          value,
          tolerance: around ? tidied(Math.max(value - around.low, around.high - value)) : 0,
          share,
          feedback: feedbackFor(reading, id, String(value)),
        };
      }),
      ...free.map(({ low, high }) => ({
        value: tidied((low + high) / 2),
        tolerance: tidied((high - low) / 2),
        share,
        feedback: null,
      })),
    ];
  });
  const key = numberKey(answers);
  if (key === null) reading.draft.tell(error('keyMissing', field));
  return key;
}

/** The answers that a condition of a response calls right. */
const rightOf = (reading: Reading12, response: string): string[] =>
  reading.conditions.flatMap(({ is, points }) =>
    (points ?? 0) > 0 ? is.filter((one) => one.response === response).map(({ value }) => value) : [],
  );

/** Prompts with one list of answers each, as Canvas and others write pairs. Null where the answers are not the same for all. */
export function readMatching12(reading: Reading12): Answered | null {
  const labels = new Map<string, MarkupElement>();
  for (const response of reading.responses)
    for (const label of labelsOf(response)) if (!labels.has(identOf(label))) labels.set(identOf(label), label);
  const choices = readLabels([...labels.values()], reading);
  // Some tools repeat the same words under another identifier for each prompt.
  const byText = new Map<string, Option>();
  for (const { option } of choices) if (!byText.has(option.text)) byText.set(option.text, option);
  const prompts = reading.responses.map((response, at) => ({
    id: String(at + 1),
    text: reading.markdown(saidIn(response), `details.prompts.${at}.text`, true),
  }));
  if (prompts.length > 10) reading.draft.tell(error('tooMany', 'details.prompts', { count: prompts.length, max: 10 }));
  const pairs = reading.responses.flatMap((response, at) => {
    const [right] = rightOf(reading, identOf(response));
    const option = choices.find(({ identifier }) => identifier === right)?.option;
    return option ? [[String(at + 1), byText.get(option.text)?.id ?? option.id] as const] : [];
  });
  if (prompts.some(({ text }) => text === '') || choices.some(({ option }) => option.text === '')) return null;
  return { type: 'matching', options: [...byText.values()], details: { prompts }, key: { pairs: Object.fromEntries(pairs) } };
}

/** The right order: the condition that names most answers. */
export function readOrder12(response: MarkupElement, reading: Reading12): Answered {
  const id = identOf(response);
  const choices = readLabels(labelsOf(response), reading);
  const orders = reading.conditions
    .filter(({ points }) => (points ?? 0) > 0)
    .map(({ is }) => is.filter((one) => one.response === id).map(({ value }) => value));
  const longest = orders.reduce<string[]>((best, order) => (order.length > best.length ? order : best), []);
  // One condition for each place: their order is the order.
  const values = longest.length === choices.length ? longest : rightOf(reading, id);
  const order = values.flatMap((value) => choices.find(({ identifier }) => identifier === value)?.option.id ?? []);
  return { type: 'ordering', options: choices.map(({ option }) => option), details: {}, key: { order } };
}

/** Gaps with a list each: words to choose from, or all words that are accepted. */
export function readListGaps(reading: Reading12, typed: boolean): Answered {
  const gaps = reading.responses.map((response, at) => {
    const id = String(at + 1);
    const labels = labelsOf(response);
    if (typed) {
      const key: GapKey = {
        accepted: [...new Set(labels.map((label) => textOf(label).trim()).filter((text) => text !== ''))],
        caseSensitive: false,
      };
      return { gap: { id, kind: 'text' as const }, key };
    }
    const choices = readLabels(labels, reading, `details.gaps.${at}.options`);
    const correct = rightOf(reading, identOf(response)).flatMap(
      (value) => choices.find(({ identifier }) => identifier === value)?.option.id ?? [],
    );
    return {
      gap: { id, kind: 'choice' as const, options: choices.map(({ option }) => option) },
      key: { correct: [...new Set(correct)] } as GapKey,
    };
  });
  return {
    type: 'blanks',
    options: [],
    details: { gaps: gaps.map(({ gap }) => gap) },
    key: { gaps: Object.fromEntries(gaps.map(({ gap, key }) => [gap.id, key])) },
  };
}

const isNumeric = (response: MarkupElement): boolean => {
  const fib = response.children.find((child) => typeof child !== 'string' && child.name === 'render_fib');
  const type = fib && typeof fib !== 'string' ? (attribute(fib, 'fibtype') ?? '') : '';
  return response.name === 'response_num' || /^(?:decimal|integer|scientific)$/i.test(type);
};

/** Several typed answers inside a text. */
export function readTypedGaps(reading: Reading12): Answered {
  const gaps = reading.responses.map((response, at) => {
    const id = String(at + 1);
    const ident = identOf(response);
    const own = reading.conditions.filter(({ is, ranges }) => [...is, ...ranges].some((one) => one.response === ident));
    const full = Math.max(1e-9, ...own.map(({ points }) => points ?? 0));
    const key = isNumeric(response) ? readNumber12(ident, reading, `key.gaps.${id}`, full) : readText12(ident, reading, full);
    return { gap: { id, kind: isNumeric(response) ? ('number' as const) : ('text' as const) }, key };
  });
  return {
    type: 'blanks',
    options: [],
    details: { gaps: gaps.map(({ gap }) => gap) },
    key: { gaps: Object.fromEntries(gaps.flatMap(({ gap, key }) => (key ? [[gap.id, key] as const] : []))) },
  };
}

/** One typed answer. Null when nothing says what is right: a text that a person marks. */
export function readTyped12(response: MarkupElement, reading: Reading12): Answered | null {
  const id = identOf(response);
  const asked = reading.conditions.filter(({ is, ranges }) => [...is, ...ranges].some((one) => one.response === id));
  for (const part of new Set(reading.conditions.flatMap(({ unknown }) => unknown)))
    reading.draft.lose(approximated('qtiScoring', 'key', { part }));
  if (asked.length === 0) return null;
  const isNumber = isNumeric(response) || /numeric/i.test(reading.kind ?? '') || asked.some(({ ranges }) => ranges.length > 0);
  const key = isNumber ? readNumber12(id, reading) : readText12(id, reading);
  return key ? { type: isNumber ? 'number' : 'short-text', options: [], details: {}, key } : null;
}

/** A text that a person marks. */
export const longText12 = (): Answered => ({
  type: 'long-text',
  options: [],
  details: { minWords: null, maxWords: null },
  key: { rubric: [], modelAnswer: null },
});

/** Says that an item is of a kind no type of ours is like. */
export const loseKind = ({ draft }: Reading12, kind: string): void => draft.lose(leftOut('kindLeftOut', 'type', { kind }));
