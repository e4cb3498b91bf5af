import { parseHtml } from '../html/parse-html.ts';
import { attribute, isElement, type MarkupElement, type MarkupNode, textOf } from '../html/tree.ts';

const image = (element: MarkupElement, name: 'img' | 'audio'): MarkupElement => {
  const label = (attribute(element, 'label') ?? '').trim();
  return {
    name,
    attributes: { src: attribute(element, 'uri') ?? '', ...(label ? { alt: label, title: label } : {}) },
    children: [],
  };
};

const looksLikeHtml = (text: string): boolean => /<\/?[a-z][^<>]*>|&(?:[a-z]{2,20}|#\d{1,7});/i.test(text);

/** A text of QTI 1.2: HTML inside text, plain text, or markup of its own. */
function words(element: MarkupElement): MarkupNode[] {
  const type = (attribute(element, 'texttype') ?? attribute(element, 'type') ?? '').toLowerCase();
  if (element.children.some(isElement)) return element.children;
  const text = textOf(element);
  const isPlain = type.includes('plain') && !looksLikeHtml(text);
  if (type.includes('html') || type.includes('smart') || (!isPlain && looksLikeHtml(text))) return parseHtml(text).root.children;
  const lines = text.split('\n');
  return lines.flatMap((line, at): MarkupNode[] => (at === 0 ? [line] : [{ name: 'br', attributes: {}, children: [] }, line]));
}

/** What one `material` shows, in its order. */
export function materialNodes(material: MarkupElement): MarkupNode[] {
  return material.children.flatMap((child): MarkupNode[] => {
    if (!isElement(child)) return [];
    switch (child.name) {
      case 'mattext':
      case 'matemtext':
      case 'mat_formattedtext':
        return [{ name: 'div', attributes: {}, children: words(child) }];
      case 'matimage':
        return [image(child, 'img')];
      case 'mataudio':
        return [image(child, 'audio')];
      case 'matbreak':
        return [{ name: 'br', attributes: {}, children: [] }];
      default:
        // Extensions and alternatives of other tools around the same things.
        return materialNodes(child);
    }
  });
}

const isResponse = (name: string): boolean => /^response_(?:lid|str|num|xy|grp|extension)$/.test(name);

/** Everything an element says outside of responses and answers. */
export function saidIn(element: MarkupElement): MarkupNode[] {
  return element.children.flatMap((child): MarkupNode[] => {
    if (!isElement(child) || isResponse(child.name) || child.name === 'response_label' || child.name.startsWith('render_'))
      return [];
    return child.name === 'material' ? materialNodes(child) : saidIn(child);
  });
}

/** The presentation with a mark where each typed answer stands. */
export function presented(element: MarkupElement, mark: (response: MarkupElement) => MarkupNode[]): MarkupNode[] {
  return element.children.flatMap((child): MarkupNode[] => {
    if (!isElement(child)) return [];
    if (child.name === 'material') return materialNodes(child);
    if (isResponse(child.name))
      return child.name === 'response_str' || child.name === 'response_num' ? [...saidIn(child), ...mark(child)] : [];
    return presented(child, mark);
  });
}

/** The responses of an item, in their order. */
export const responsesIn = (element: MarkupElement): MarkupElement[] =>
  element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return isResponse(child.name) ? [child] : responsesIn(child);
  });
