import { createElement, Fragment, type ReactNode } from 'react';
import { type HtmlElement, type HtmlNode, hasSlots, parseHtml } from './parse.ts';

/** What stands in the place of an element that the page fills; undefined leaves it as it is. */
export type Slot = (element: HtmlElement) => ReactNode | undefined;

const NAMES: Readonly<Record<string, string>> = { class: 'className', colspan: 'colSpan', rowspan: 'rowSpan' };

function draw(node: HtmlNode, key: number, slot: Slot): ReactNode {
  if (typeof node === 'string') return <Fragment key={key}>{node}</Fragment>;
  const filled = slot(node);
  if (filled !== undefined) return <Fragment key={key}>{filled}</Fragment>;
  const attributes = Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [NAMES[name] ?? name, value]));
  const props: Record<string, unknown> = { key, ...attributes };
  if (hasSlots(node.inner))
    return createElement(
      node.tag,
      props,
      node.children.map((child, at) => draw(child, at, slot)),
    );
  // Nothing to fill in here: it is taken as it was written, formulas with their styles too.
  if (node.inner !== '') props.dangerouslySetInnerHTML = { __html: node.inner };
  return createElement(node.tag, props);
}

/** Rendered text with its places filled. The markup comes from the server's one renderer, which lets only its own tags through. */
export const drawHtml = (html: string, slot: Slot): ReactNode => parseHtml(html).map((node, at) => draw(node, at, slot));
