/** Markup as a tree, whether it came as HTML or as XML. Names are in lower case and without a prefix. */
export type MarkupElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: MarkupNode[];
};
export type MarkupNode = MarkupElement | string;

export const isElement = (node: MarkupNode | undefined): node is MarkupElement => typeof node === 'object';

/** An attribute; undefined when the element does not have it. */
export const attribute = (element: MarkupElement, name: string): string | undefined => {
  const value = Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** Every text below a node, one after the other. */
export function textOf(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** The first element of one of the names below a node, in the order of the document. */
export function findElement(node: MarkupNode, names: readonly string[]): MarkupElement | null {
  if (!isElement(node)) return null;
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (names.includes(child.name)) return child;
    const found = findElement(child, names);
    if (found) return found;
  }
  return null;
}

/** All elements of one of the names below a node, in the order of the document; those inside a found one are not looked for. */
export function findElements(node: MarkupNode, names: readonly string[]): MarkupElement[] {
  if (!isElement(node)) return [];
  return node.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return names.includes(child.name) ? [child] : findElements(child, names);
  });
}

/** The elements directly below a node, of one name or of all. */
export const childElements = (node: MarkupElement, name?: string): MarkupElement[] =>
  node.children.filter(isElement).filter((child) => name === undefined || child.name === name);
