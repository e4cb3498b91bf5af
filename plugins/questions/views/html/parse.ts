/** A piece of rendered text: characters, or an element with what is in it. */
export type HtmlNode = string | HtmlElement;
export type HtmlElement = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** As it was written. */
  readonly inner: string;
  readonly children: readonly HtmlNode[];
};

/** Elements of a text that the page fills itself: a gap to write in, a sound to play. */
const SLOT = /<span class="(?:gap|audio-clip)"/;
export const hasSlots = (html: string): boolean => SLOT.test(html);

const VOID = new Set(['br', 'hr', 'img']);
const TOKEN = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"]*")?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([a-z][a-z0-9-]*)(?:="([^"]*)")?/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

export const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

type Open = { tag: string; attributes: Record<string, string>; from: number; children: HtmlNode[] };

/**
 * Reads the renderer's own output: always closed, attributes always quoted. What is not such a tag stays text.
 * Linear in the length of the text.
 */
export function parseHtml(html: string): readonly HtmlNode[] {
  const root: HtmlNode[] = [];
  const open: Open[] = [];
  const into = () => open.at(-1)?.children ?? root;
  let at = 0;
  const text = (until: number) => {
    if (until > at) into().push(decode(html.slice(at, until)));
  };
  const close = (until: number) => {
    const done = open.pop();
    if (done === undefined) return;
    const { from, ...element } = done;
    into().push({ ...element, inner: html.slice(from, until) });
  };
  for (const token of html.matchAll(TOKEN)) {
    const [whole, slash, name = '', attributes = '', selfClosed] = token;
    const tag = name.toLowerCase();
    text(token.index);
    at = token.index + whole.length;
    if (slash) {
      const depth = open.findLastIndex((one) => one.tag === tag);
      while (depth >= 0 && open.length > depth) close(token.index);
    } else {
      const found = Object.fromEntries(
        Array.from(attributes.matchAll(ATTRIBUTE), ([, key = '', value = '']) => [key, decode(value)]),
      );
      open.push({ tag, attributes: found, from: at, children: [] });
      if (selfClosed || VOID.has(tag)) close(at);
    }
  }
  text(html.length);
  while (open.length > 0) close(html.length);
  return root;
}

/** The words of a rendered text, for a list that can show no markup and for what is read aloud. */
export const textOf = (html: string): string =>
  decode(html.replace(/<img\b[^>]*\salt="([^"]*)"[^>]*>/g, ' $1 ').replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

/** True where words alone do not say what a text shows: it holds a formula, a picture or a sound. */
export const isRich = (html: string): boolean => /<(?:math|img|table|span class="audio-clip)\b/.test(html);
