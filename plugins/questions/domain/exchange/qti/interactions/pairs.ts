import { error } from '../../../types/messages.ts';
import { childElements, type MarkupElement } from '../../html/tree.ts';
import { approximated, leftOut } from '../../losses.ts';
import type { Answered } from '../bodies.ts';
import { optionOf, readChoices } from '../choices.ts';
import type { Declared } from '../declarations.ts';
import type { QtiReading } from '../reading.ts';

type Pair = readonly [string, string];

/** Right pairs: those declared, or those that earn something. */
function pairsOf({ correct, mapping }: Declared): Pair[] {
  const written = correct.length > 0 ? correct : (mapping?.entries ?? []).filter(({ value }) => value > 0).map(({ key }) => key);
  return written.flatMap((pair) => {
    const [first, second] = pair.split(/\s+/);
    return first && second ? [[first, second] as const] : [];
  });
}

const names = (elements: readonly MarkupElement[]): Set<string> =>
  new Set(elements.map(({ attributes }) => attributes['identifier'] ?? ''));
/** Every prompt with exactly one partner. */
const isFunction = (prompts: ReadonlySet<string>, pairs: readonly Pair[]): boolean =>
  pairs.length === prompts.size &&
  new Set(pairs.map(([prompt]) => prompt)).size === prompts.size &&
  pairs.every(([prompt]) => prompts.has(prompt));

function answered(
  prompts: readonly MarkupElement[],
  options: readonly MarkupElement[],
  pairs: readonly Pair[],
  reading: QtiReading,
): Answered {
  const choices = readChoices(options, reading);
  const read = prompts.map((element, at) => ({
    identifier: element.attributes['identifier'] ?? '',
    id: String(at + 1),
    text: reading.markdown(element.children, `details.prompts.${at}.text`, true),
  }));
  if (read.length > 10) reading.draft.tell(error('tooMany', 'details.prompts', { count: read.length, max: 10 }));
  const key = read.flatMap(({ identifier, id }) => {
    const option = optionOf(choices, pairs.find(([prompt]) => prompt === identifier)?.[1] ?? '');
    return option === null ? [] : [[id, option] as const];
  });
  return {
    type: 'matching',
    options: choices.map(({ option }) => option),
    details: { prompts: read.map(({ id, text }) => ({ id, text })) },
    key: { pairs: Object.fromEntries(key) },
  };
}

/** Parts of the points that are not equal have no place: each pair of ours earns the same. */
function losePoints({ mapping }: Declared, reading: QtiReading): void {
  const earned = new Set((mapping?.entries ?? []).map(({ value }) => value).filter((value) => value > 0));
  if (earned.size > 1) reading.draft.lose(approximated('qtiPairPoints', 'key'));
}

/** matchInteraction: one side whose every element has one partner asks, the other answers. Null for tables with several ticks a line. */
export function readMatch(interaction: MarkupElement, response: Declared, reading: QtiReading): Answered | null {
  const [left = [], right = []] = childElements(interaction, 'simplematchset').map((set) =>
    childElements(set, 'simpleassociablechoice'),
  );
  const pairs = pairsOf(response);
  const turned = pairs.map(([a, b]) => [b, a] as const);
  losePoints(response, reading);
  if (isFunction(names(left), pairs)) return answered(left, right, pairs, reading);
  if (isFunction(names(right), turned)) return answered(right, left, turned, reading);
  return null;
}

/** associateInteraction: pairs without sides; the first of each pair asks. Null where something belongs to several pairs. */
export function readAssociate(interaction: MarkupElement, response: Declared, reading: QtiReading): Answered | null {
  const choices = childElements(interaction, 'simpleassociablechoice');
  const pairs = pairsOf(response);
  const used = pairs.flat();
  if (pairs.length < 2 || new Set(used).size !== used.length) return null;
  const of = (id: string) => choices.find(({ attributes }) => attributes['identifier'] === id);
  const prompts = pairs.flatMap(([first]) => of(first) ?? []);
  const asking = new Set(pairs.map(([first]) => first));
  if (prompts.length !== pairs.length) return null;
  reading.draft.lose(approximated('qtiAssociate', 'type'));
  losePoints(response, reading);
  return answered(
    prompts,
    choices.filter(({ attributes }) => !asking.has(attributes['identifier'] ?? '')),
    pairs,
    reading,
  );
}

/** orderInteraction: the options in the right order. */
export function readOrder(interaction: MarkupElement, response: Declared, reading: QtiReading): Answered {
  const choices = readChoices(childElements(interaction, 'simplechoice'), reading);
  const order = response.correct.flatMap((identifier) => optionOf(choices, identifier) ?? []);
  if (choices.some(({ option }) => option.pinned)) reading.draft.lose(leftOut('pinnedLeftOut', 'options'));
  const options = choices.map(({ option: { id, text } }) => ({ id, text }));
  return { type: 'ordering', options, details: {}, key: { order } };
}
