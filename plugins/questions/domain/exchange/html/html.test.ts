import { renderMarkdown } from '@lyceum/core/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import { mediaAddress, mediaNameOf, packagePath } from './media-name.ts';
import { parseHtml } from './parse-html.ts';
import { sameForm, shownMarkdown } from './shown-text.ts';
import { isElement, type MarkupNode } from './tree.ts';

const md = (html: string, options = {}) => htmlToMarkdown(html, options).markdown;
const codes = (html: string, options = {}) => htmlToMarkdown(html, options).losses.map(({ level, code }) => `${level} ${code}`);
const rendered = (markdown: string) =>
  renderMarkdown(markdown)
    .html.replace(/\s+/g, ' ')
    .replace(/> | </g, (gap) => gap.trim());

describe('HTML of other systems as Markdown', () => {
  it.each([
    ['<p>Hello <b>bold </b>world &amp; 5 &lt; 6</p>', 'Hello **bold** world & 5 < 6'],
    ['<p>one</p><p>two<br>three</p>', 'one\n\ntwo\\\nthree'],
    ['<ul><li>a</li><li>b<ul><li>c</ul></ul>', '- a\n- b\n  - c'],
    ['<ol start="3"><li><p>a</p><p>b</p></li></ol>', '3. a\n\n   b'],
    ['<table><tr><th>a<th>b<tr><td>1|2<td><code>a|b</code></table>', '| a | b |\n| --- | --- |\n| 1\\|2 | `a\\|b` |'],
    ['H<sub>2</sub>SO<sub>4</sub>, x<sup>2</sup>, 10<sup>-3</sup>', 'H₂SO₄, x², 10⁻³'],
    ['a&nbsp;b', 'a\u00a0b'],
    ['<pre>a\n  b</pre>', '```\na\n  b\n```'],
    ['<div><span><p>a</p>b</span></div>', 'a\n\nb'],
    ['<h2>Part</h2>text', '## Part\n\ntext'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['<a href="https://example.org/x">go</a>', '[go](https://example.org/x)'],
    ['<p dir="rtl">ما هو <b>الجذر</b>؟</p>', 'ما هو **الجذر**؟'],
    ['<b>a</b><b> b</b>', '**a b**'],
  ])('%s', (html, markdown) => {
    expect(md(html)).toBe(markdown);
    expect(codes(html)).toEqual([]);
  });

  it.each([
    ['\\(x^2\\) and \\[y\\]', '$x^2$ and\n\n$$\ny\n$$'],
    ['$$a &lt; b$$', '$$\na < b\n$$'],
    ['\\begin{align}a &amp;= b\\end{align}', '$$\n\\begin{align}a &= b\\end{align}\n$$'],
    ['<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math>', '$x_1$'],
    ['<img class="equation_image" src="/equation_images/x" data-equation-content="\\frac{a}{b}">', '$\\frac{a}{b}$'],
    ['It costs $5 and $6', 'It costs \\$5 and \\$6'],
  ])('takes formulas from %s', (html, markdown) => {
    expect(md(html)).toBe(markdown);
    expect(codes(html)).toEqual([]);
  });

  it('translates MathML without TeX and says so', () => {
    const html = '<math><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></math>';
    expect(md(html)).toBe('$\\frac{a}{b^{2}}$');
    expect(codes(html)).toEqual(['approximated htmlMathml']);
  });

  it('names every file and keeps nothing that a browser would run or fetch [I1]', () => {
    const { markdown, media, losses } = htmlToMarkdown(
      '<script>alert(1)</script><style>p{}</style><img src="a b.png" alt="A [x]"><audio src="s/x.mp3" title="Listen"></audio><iframe src="https://e.org"></iframe><img src="data:image/png;base64,x"><svg><text>t</text></svg>',
    );
    expect(markdown).toBe('![A \\[x\\]](media:a%20b.png)![Listen](media:s/x.mp3)');
    expect(media).toEqual(['a b.png', 's/x.mp3']);
    expect(losses.map(({ code }) => code)).toEqual(['htmlActive', 'htmlMedia', 'htmlDrawing']);
  });

  it('asks its caller what an address means', () => {
    const options = { mediaName: (address: string) => address.replace('@@PLUGINFILE@@/', 'files/'), field: 'stem' };
    expect(md('<img src="@@PLUGINFILE@@/x.png" alt="x">', options)).toBe('![x](media:files/x.png)');
    expect(htmlToMarkdown('<u>x</u>', options).losses).toEqual([
      { level: 'approximated', code: 'htmlUnderline', field: 'stem', params: {} },
    ]);
  });

  it('is lines for an option', () => {
    expect(md('<p>a</p><p>b <b>c</b></p><ul><li>x</ul>', { inline: true })).toBe('a\\\nb **c**\\\n• x');
    expect(md('\\[x\\]', { inline: true })).toBe('$$x$$');
  });

  it('makes no gap of a text that only looks like one', () => {
    expect(md('a [[1]] b')).toBe('a [\\[1]] b');
  });
});

/** Words of the tree in the way a browser shows them, without spaces. */
function wordsOf(node: MarkupNode): string {
  if (!isElement(node)) return node;
  return ['script', 'style', 'title', 'svg', 'select', 'textarea'].includes(node.name) ? '' : node.children.map(wordsOf).join('');
}

const SIGNS = fc.constantFrom(
  ...'*_`[]()<>#+-.!|~$\\{}&;:="\'1a b\n'.split(''),
  '[[1]]',
  '](',
  '$$',
  '**',
  '1.',
  '---',
  '# ',
  '> ',
  '- ',
  '\\begin{x}',
  '&amp;',
  'é',
  'ع',
  '😀',
);
const text = fc.array(SIGNS, { maxLength: 14 }).map((list) => list.join(''));
const escaped = text.map((words) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\\', '\\<b></b>').replaceAll('$', '$<b></b>'),
);
const html = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    escaped,
    fc
      .tuple(
        fc.constantFrom(
          'p',
          'b',
          'i',
          's',
          'div',
          'span',
          'ul',
          'ol',
          'li',
          'blockquote',
          'h2',
          'em',
          'code',
          'pre',
          'td',
          'table',
          'tr',
          'th',
        ),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    fc.constant('<br>'),
  ),
})).node;

describe('what is shown', () => {
  it('is the text of the original, whatever signs stand in it [I1]', () => {
    fc.assert(
      fc.property(fc.array(html, { maxLength: 4 }), fc.boolean(), (parts, inline) => {
        const source = parts.join('');
        const bare = sameForm(wordsOf(parseHtml(source).root));
        const shown = shownMarkdown(md(source, { inline }), inline);
        expect(inline ? shown.replaceAll('•', '') : shown).toBe(inline ? bare.replaceAll('•', '') : bare);
      }),
      { numRuns: 1_000 },
    );
  });
});

const word = fc.stringMatching(/^[a-zA-Zéşع0-9]{1,8}$/);
const inlineMd = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: word },
      word.map((one) => `**${one}**`),
      word.map((one) => `*${one}*`),
      word.map((one) => `~~${one}~~`),
      word.map((one) => `\`${one}\``),
      word.map((one) => `[${one}](https://example.org/${encodeURIComponent(one)})`),
      word.map((one) => `![${one}](media:${one}.png)`),
      fc.constantFrom('$x^2$', '$a<b$', '$\\frac{a}{b}$', '\\*', '\\$5', 'a_b', '&', '<', '\\[x\\]', '2 * 3', '\\\\(x\\\\)'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(' '));
const blockMd = fc.oneof(
  { weight: 4, arbitrary: inlineMd },
  fc.tuple(inlineMd, inlineMd).map(([a, b]) => `${a}\\\n${b}`),
  fc.array(inlineMd, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc.array(inlineMd, { minLength: 1, maxLength: 3 }).map((items) => items.map((item, at) => `${at + 1}. ${item}`).join('\n')),
  fc.tuple(inlineMd, inlineMd).map(([a, b]) => `- ${a}\n\n  ${b}\n\n- ${b}`),
  fc.tuple(inlineMd, inlineMd).map(([a, b]) => `- ${a}\n  - ${b}`),
  inlineMd.map((one) => `> ${one}`),
  inlineMd.map((one) => `## ${one}`),
  fc.tuple(word, inlineMd, inlineMd).map(([head, a, b]) => `| ${head} | ${head} |\n| --- | :---: |\n| ${a} | ${b} |`),
  fc.constantFrom('$$\nx^2\n$$', '```\na < b\n  c\n```', '---'),
);

describe('there and back', () => {
  it.each(['tex', 'mathml'] as const)('Markdown comes back from its HTML as the same page, formulas as %s', (maths) => {
    fc.assert(
      fc.property(fc.array(blockMd, { minLength: 1, maxLength: 4 }), (blocks) => {
        const markdown = blocks.join('\n\n');
        const back = htmlToMarkdown(markdownToHtml(markdown, { maths }), { mediaName: (address) => mediaNameOf(address) });
        expect(rendered(back.markdown)).toBe(rendered(markdown));
        expect(back.losses).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('names of files survive Markdown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const address = mediaAddress(name.toWellFormed());
        expect(address).toMatch(/^media:[\p{L}\p{N}%._~/-]+$/u);
        expect(mediaNameOf(address)).toBe(name.toWellFormed());
      }),
    );
    expect(packagePath('../img/./a%20b.png?x#y', 'items/one')).toBe('items/img/a b.png');
    expect(packagePath('../../../../etc/passwd', 'a')).toBe('etc/passwd');
  });
});

describe('hostile HTML', () => {
  it('never throws [I1, I11]', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                '<',
                '</',
                '>',
                'b',
                'p',
                '"',
                '=',
                '&',
                '<!--',
                '-->',
                '<![CDATA[',
                '<math>',
                '<table>',
                '<svg',
                '\\(',
                '$$',
              ),
              { maxLength: 60 },
            )
            .map((list) => list.join('')),
        ),
        (source) => {
          expect(typeof md(source)).toBe('string');
          expect(typeof md(source, { inline: true })).toBe('string');
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '<b>',
    '</b>',
    '<p>',
    '<ul><li>',
    '<table><tr><td>',
    '<b></i>',
    '\\(',
    '\\[',
    '$$',
    '$',
    '*',
    '_ ',
    '[',
    '](',
    '`',
    '<a href="https://e.org/',
    '&amp',
    '&#',
    '<!--',
    '<math><mi>',
    '<sub>',
    '<br>',
    '> ',
    '&lt;a:',
    '~',
    '<math alttext="',
  ])('is linear in %j [I11]', (piece) => {
    const started = performance.now();
    md(piece.repeat(40_000));
    md(piece.repeat(40_000), { inline: true });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('beyond the limits is cut and said', () => {
    expect(codes('<div>'.repeat(1_000))).toContain('leftOut htmlTooLarge');
    expect(codes('x'.repeat(500_000))).toContain('leftOut htmlTooLarge');
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    '<math><annotation encoding="tex">\\href{javascript:alert(1)}{x}</annotation></math>',
    '<a href="https://e.org/)](javascript:x)">y</a>',
  ])('gives nothing that the renderer would run: %s [I1]', (attack) => {
    expect(renderMarkdown(md(attack)).html).not.toMatch(/<script|onerror=|href="javascript/i);
  });
});
