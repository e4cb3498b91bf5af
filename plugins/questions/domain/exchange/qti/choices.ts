import type { Option } from '../../../contract/index.ts';
import { asOptions } from '../answers.ts';
import { attribute, childElements, findElements, isElement, type MarkupElement, type MarkupNode } from '../html/tree.ts';
import type { QtiReading } from './reading.ts';

/** A choice of an interaction with the id its option got. */
export type ReadChoice = { readonly identifier: string; readonly option: Option; readonly inlineFeedback: string | null };

const FEEDBACK = ['feedbackinline', 'feedbackblock'];

const withoutFeedback = (nodes: readonly MarkupNode[]): MarkupNode[] =>
  nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    return FEEDBACK.includes(node.name) ? [] : [{ ...node, children: withoutFeedback(node.children) }];
  });

/** The choices of an interaction as options in their order. Feedback inside a choice belongs to it. */
export function readChoices(elements: readonly MarkupElement[], reading: QtiReading, field = 'options'): ReadChoice[] {
  const texts = elements.map((element, at) => ({
    text: reading.markdown(withoutFeedback(element.children), `${field}.${at}.text`, true),
    pinned: attribute(element, 'fixed') === 'true',
  }));
  const { options, messages } = asOptions(texts, field);
  reading.draft.tell(...messages);
  return elements.flatMap((element, at) => {
    const option = options[at];
    if (option === undefined) return [];
    const inside = findElements(element, FEEDBACK)
      .map((one) => reading.markdown(one.children, `key.feedback.${option.id}`))
      .filter((text) => text !== '');
    return [{ identifier: attribute(element, 'identifier') ?? '', option, inlineFeedback: inside.join('\n\n') || null }];
  });
}

/** The choices of one name directly inside an interaction. */
export const choiceElements = (interaction: MarkupElement, name: string): MarkupElement[] => childElements(interaction, name);

/** The option of an identifier. */
export const optionOf = (choices: readonly ReadChoice[], identifier: string): Option['id'] | null =>
  choices.find((choice) => choice.identifier === identifier)?.option.id ?? null;
