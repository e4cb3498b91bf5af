import sanitizeHtml from 'sanitize-html';

const MATHML_TAGS = [
  'math',
  'menclose',
  'mfrac',
  'mi',
  'mn',
  'mo',
  'mover',
  'mpadded',
  'mphantom',
  'mroot',
  'mrow',
  'mspace',
  'msqrt',
  'mstyle',
  'msub',
  'msubsup',
  'msup',
  'mtable',
  'mtd',
  'mtext',
  'mtr',
  'munder',
  'munderover',
];
const MATHML_ATTRIBUTES = [
  'accent',
  'accentunder',
  'columnalign',
  'columnlines',
  'columnspacing',
  'depth',
  'display',
  'displaystyle',
  'fence',
  'height',
  'largeop',
  'linebreak',
  'linethickness',
  'lspace',
  'mathbackground',
  'mathcolor',
  'mathsize',
  'mathvariant',
  'maxsize',
  'minsize',
  'notation',
  'rowlines',
  'rowspacing',
  'rspace',
  'scriptlevel',
  'separator',
  'stretchy',
  'valign',
  'voffset',
  'width',
  'xmlns',
];
/** Elements of a formula that the renderer may style. */
const STYLED = ['mtd', 'mrow', 'mtext', 'mpadded'];
const TEXT_TAGS = [
  'a',
  'blockquote',
  'br',
  'code',
  'div',
  'em',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'img',
  'li',
  'ol',
  'p',
  'pre',
  's',
  'span',
  'strong',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
];

const ALIGNMENTS = ['align-start', 'align-center', 'align-end'];

/** An uploaded file of this installation, or an image elsewhere over https. */
export function isImageAddress(address: string): boolean {
  if (address.startsWith('/')) return /^\/uploads\/(?!.*(?:\.\.|%2e|%2f|%5c))[\w.~%/-]+$/i.test(address);
  return isWebAddress(address, ['https:']);
}

/** A place on this site, or http, https and mailto. */
export function isLinkAddress(address: string): boolean {
  if (address.startsWith('#')) return true;
  if (address.startsWith('/')) return !/^\/(?:[/\\]|%5c)/i.test(address);
  return isWebAddress(address, ['http:', 'https:', 'mailto:']);
}

function isWebAddress(address: string, protocols: string[]): boolean {
  const url = URL.parse(address);
  return url !== null && protocols.includes(url.protocol) && url.username === '' && url.password === '';
}

/** Only what the formula renderer writes: lines, gaps, alignment, weight, a struck-through background. */
const GRADIENT = /linear-gradient\((?:[a-z0-9 .,%-]|calc\([0-9a-z .%+-]+\))+\)/.source;
const PLAIN_STYLE =
  /(?:text-align|font-weight|font-style|padding(?:-left|-right)?|border(?:-(?:top|right|bottom|left))?): ?[a-z0-9 .#-]+/.source;
const MATH_STYLE = new RegExp(`^(?:(?:${PLAIN_STYLE}|background:${GRADIENT}(?:,${GRADIENT})?)(?:;|$))+$`);

const keepMathStyle: sanitizeHtml.Transformer = (tagName, attribs) => {
  const { style, ...others } = attribs;
  return { tagName, attribs: style !== undefined && MATH_STYLE.test(style) ? attribs : others };
};

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...TEXT_TAGS, ...MATHML_TAGS],
  allowedAttributes: {
    a: ['href', 'rel', 'title'],
    img: ['src', 'alt', 'title', 'loading', 'decoding'],
    ol: ['start'],
    code: ['dir'],
    pre: ['dir'],
    div: ['class', 'dir', 'lang'],
    span: ['class', 'dir', 'lang', 'data-media', 'data-plays'],
    td: ['class'],
    th: ['class', 'scope'],
    ...Object.fromEntries(
      MATHML_TAGS.map((tag) => [tag, STYLED.includes(tag) ? [...MATHML_ATTRIBUTES, 'style'] : MATHML_ATTRIBUTES]),
    ),
  },
  allowedClasses: {
    div: ['math-block', 'table-scroll'],
    span: ['math', 'math-block', 'formula-error', 'audio-clip'],
    td: ALIGNMENTS,
    th: ALIGNMENTS,
  },
  transformTags: Object.fromEntries(STYLED.map((tag) => [tag, keepMathStyle])),
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['https'] },
  allowProtocolRelative: false,
  parseStyleAttributes: false,
  disallowedTagsMode: 'discard',
  // With their content, because a browser reads it by other rules than an HTML parser does.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'title',
    'xmp',
    'iframe',
    'svg',
    'annotation',
    'annotation-xml',
  ],
  nestingLimit: 100,
  exclusiveFilter: (frame) => frame.tag === 'img' && !isImageAddress(frame.attribs.src ?? ''),
};

/** Second line of defence behind a renderer that takes no HTML: keeps only what is listed here [I1]. */
export function sanitize(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}
