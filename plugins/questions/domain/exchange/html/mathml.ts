import { MathMLToLaTeX } from 'mathml-to-latex';
import { attribute, findElements, type MarkupElement, type MarkupNode, textOf } from './tree.ts';

/** Longest MathML that is turned into TeX, in characters. */
const MAX_MATHML = 20_000;

export type Tex = { readonly tex: string; readonly display: boolean; readonly exact: boolean };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

function toXml(node: MarkupNode): string {
  if (typeof node === 'string') return escapeXml(node);
  if (!/^[a-z][a-z0-9]{0,30}$/.test(node.name)) return node.children.map(toXml).join('');
  const kept = ['mathvariant', 'open', 'close', 'separators', 'linethickness', 'notation', 'accent', 'stretchy'];
  const attributes = kept.flatMap((name) => {
    const value = attribute(node, name);
    return value === undefined ? [] : [` ${name}="${escapeXml(value)}"`];
  });
  return `<${node.name}${attributes.join('')}>${node.children.map(toXml).join('')}</${node.name}>`;
}

/** A formula as TeX: what its author wrote where the markup carries it, or what the marks mean. Null when nothing can be read. */
export function texOf(math: MarkupElement): Tex | null {
  const display = attribute(math, 'display') === 'block' || attribute(math, 'mode') === 'display';
  const written = findElements(math, ['annotation']).find((one) =>
    /tex/i.test(attribute(one, 'encoding') ?? attribute(one, 'type') ?? ''),
  );
  const annotated = written ? textOf(written).trim() : texLike(attribute(math, 'alttext') ?? '');
  if (annotated !== '') return { tex: bare(annotated), display, exact: written !== undefined };
  const presentation = { ...math, children: withoutAnnotations(math.children) };
  const xml = toXml(presentation);
  if (xml.length > MAX_MATHML) return null;
  try {
    const tex = MathMLToLaTeX.convert(xml).replace(/\s+/g, ' ').trim();
    return tex === '' ? null : { tex, display, exact: false };
  } catch {
    // The converter knows presentation markup only and throws plain errors for the rest.
    return null;
  }
}

const withoutAnnotations = (nodes: readonly MarkupNode[]): MarkupNode[] =>
  nodes.flatMap((node): MarkupNode[] => {
    if (typeof node === 'string') return [node];
    if (node.name.startsWith('annotation')) return [];
    return [{ ...node, children: withoutAnnotations(node.children) }];
  });

/** TeX without the signs that some systems keep around it. */
function bare(tex: string): string {
  const inner = /^(?:\$\$([\s\S]*)\$\$|\\\(([\s\S]*)\\\)|\\\[([\s\S]*)\\\]|\$([^$]*)\$)$/.exec(tex);
  return (inner?.slice(1).find((part) => part !== undefined) ?? tex).trim();
}

/** Some systems put TeX into `alttext`, others what a screen reader says. */
const texLike = (text: string): string => (/[\\^_]/.test(text) ? text.trim() : '');
