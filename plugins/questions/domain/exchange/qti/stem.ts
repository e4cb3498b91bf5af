import { attribute, childElements, isElement, type MarkupElement, type MarkupNode, textOf } from '../html/tree.ts';
import { gapIdOf } from './interactions/blanks.ts';
import { gapElement } from './own-markdown.ts';

const LEFT_OUT = [
  'rubricblock',
  'feedbackblock',
  'feedbackinline',
  'modalfeedback',
  'stylesheet',
  'cataloginfo',
  'endattemptinteraction',
];
const isGap = ({ name }: MarkupElement): boolean => name === 'textentryinteraction' || name === 'inlinechoiceinteraction';

/** Whether the body holds words beside an interaction, in the same paragraph. */
const hasWords = (nodes: readonly MarkupNode[]): boolean =>
  nodes.some((node) => (isElement(node) ? !isGap(node) && textOf(node).trim() !== '' : node.trim() !== ''));

/** The text of a gap-match interaction: everything but its prompt and its words, a gap for each place. */
function gapText(interaction: MarkupElement): MarkupNode[] {
  let at = 0;
  const walk = (nodes: readonly MarkupNode[]): MarkupNode[] =>
    nodes.flatMap((node): MarkupNode[] => {
      if (!isElement(node)) return [node];
      if (node.name === 'gaptext' || node.name === 'gapimg' || node.name === 'prompt') return [];
      if (node.name !== 'gap') return [{ ...node, children: walk(node.children) }];
      at += 1;
      return [gapElement(String(at))];
    });
  return walk(interaction.children);
}

const block = (nodes: readonly MarkupNode[]): MarkupElement => ({ name: 'div', attributes: {}, children: [...nodes] });

/** The part of an interaction that belongs to the question's text. */
function promptOf(interaction: MarkupElement): MarkupNode[] {
  const prompts = childElements(interaction, 'prompt').map((prompt) => block(prompt.children));
  if (interaction.name === 'gapmatchinteraction') return [...prompts, block(gapText(interaction))];
  if (interaction.name === 'hottextinteraction')
    return [...prompts, block(interaction.children.filter((child) => !isElement(child) || child.name !== 'prompt'))];
  return prompts;
}

/**
 * The body of an item without its interactions: prompts stand where the interaction stood, gaps become `[[1]]` where the question
 * is one with gaps, and a line where a single answer is typed in the middle of a sentence.
 */
export function stemNodes(body: MarkupElement, asGaps: boolean): MarkupNode[] {
  let at = 0;
  const walk = (nodes: readonly MarkupNode[]): MarkupNode[] =>
    nodes.flatMap((node): MarkupNode[] => {
      if (!isElement(node)) return [node];
      if (LEFT_OUT.includes(node.name) || attribute(node, 'data-role') === 'answer') return [];
      if (isGap(node)) {
        if (asGaps) return [gapElement(gapIdOf(node, at++))];
        return hasWords(nodes) ? ['____'] : [];
      }
      if (node.name.endsWith('interaction')) return promptOf(node);
      return [{ ...node, children: walk(node.children) }];
    });
  return walk(body.children);
}
