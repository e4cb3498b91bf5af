import { cleanMarkdown } from '@lyceum/core/render';
import { Parser } from 'htmlparser2';
import type { MarkupElement } from './tree.ts';

/** Longest HTML that is read, in characters; the longest text of a question has 20,000. */
export const MAX_HTML = 400_000;
/** Elements inside each other. A browser stops at 512; a text written by people has about ten. */
export const MAX_HTML_DEPTH = 150;
const MAX_ELEMENTS = 30_000;

/** HTML as a tree. What lies beyond a limit is not in it, and `cut` says so. */
export type ParsedHtml = { readonly root: MarkupElement; readonly cut: boolean };

/**
 * Reads HTML of any quality: never throws, and the limits keep the work linear, because each closing tag is looked
 * for among the open ones. No entity but those of HTML is known and nothing is fetched.
 */
export function parseHtml(html: string): ParsedHtml {
  const root: MarkupElement = { name: 'body', attributes: {}, children: [] };
  const open: MarkupElement[] = [root];
  let count = 0;
  let cut = html.length > MAX_HTML;
  let full = false;
  const last = () => open.at(-1) ?? root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (full) return;
        count += 1;
        if (open.length > MAX_HTML_DEPTH || count > MAX_ELEMENTS) {
          full = true;
          cut = true;
          return;
        }
        const element: MarkupElement = { name: name.slice(name.indexOf(':') + 1), attributes, children: [] };
        last().children.push(element);
        open.push(element);
      },
      ontext(text) {
        if (!full) addText(last(), text);
      },
      onclosetag() {
        if (!full && open.length > 1) open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  );
  const text = html.slice(0, MAX_HTML);
  for (let at = 0; at < text.length && !full; at += 4_096) parser.write(text.slice(at, at + 4_096));
  if (!full) parser.end();
  return { root: cleanTexts(root), cut };
}

function addText(element: MarkupElement, text: string): void {
  const at = element.children.length - 1;
  const before = element.children[at];
  if (typeof before === 'string') element.children[at] = before + text;
  else element.children.push(text);
}

/** Entities can spell what the stored text must not hold, so texts are cleaned after they are decoded [I1]. */
function cleanTexts(element: MarkupElement): MarkupElement {
  return {
    ...element,
    children: element.children.map((child) => (typeof child === 'string' ? cleanMarkdown(child) : cleanTexts(child))),
  };
}
