import { describe, expect, it } from 'vitest';
import { cleanMarkdown, plainText, renderMarkdown } from './index.ts';
import { sanitize } from './sanitize.ts';

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<div style="background:url(https://evil.example)">x</div>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<base href="https://evil.example">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<math><mtd style="background:url(https://evil.example)">x</mtd></math>',
  '<math><mtd style="text-align:left;position:fixed;inset:0">x</mtd></math>',
  '<math href="javascript:alert(1)"><mi>x</mi></math>',
  '<x onclick=alert(1)>',
];

const DANGER =
  /<(?!\/?(?:a|blockquote|br|code|div|em|h[3-6]|hr|img|li|ol|p|pre|s|span|strong|t[dhr]|table|tbody|thead|ul|m[a-z]+)[\s/>])|<(?:meta|mglyph|marquee|map|menu|main|mark|media)|\son\w+=|javascript:|url\(|position/i;

describe('hostile content', () => {
  it.each(ATTACKS)('is shown as it was typed, never as markup [I1]: %s', (attack) => {
    for (const options of [{}, { inline: true }]) {
      const { html } = renderMarkdown(`Before ${attack} after`, options);
      expect(html.replace(/&lt;[\s\S]*?(?:&gt;|$)/g, '')).not.toMatch(DANGER);
      expect(html).toContain('Before');
      expect(html).toMatch(/after/);
    }
  });

  it.each(ATTACKS)('does not pass the cleaner even as markup [I1]: %s', (attack) => {
    expect(sanitize(`<p>Before ${attack} after</p>`)).not.toMatch(DANGER);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:x)',
    '![x](javascript:x)',
    '<javascript:alert(1)>',
    '[x]: javascript:x\n\n[x]',
    '![x" onerror="alert(1)](/uploads/a.png "t\\" onload=\\"x")',
  ])('makes no link or image of %s [I1]', (text) => {
    expect(renderMarkdown(text).html).not.toMatch(/(?:href|src)="(?!\/uploads)|" on\w+=/i);
  });

  it('cannot turn the reading direction or hide words [I1]', () => {
    const text = 'pay\u202Eesrever\u202C me\u200B now\uFEFF \u2066x\u2069 a\u00ADb';
    expect(cleanMarkdown(text)).toBe('payesrever me now x ab');
    expect(renderMarkdown(text).html).toBe('<p>payesrever me now x ab</p>');
    expect(plainText(text)).toBe('payesrever me now x ab');
  });

  it('loses control characters and foreign line ends, and keeps joiners that shape letters and emoji', () => {
    expect(cleanMarkdown('a\u0000b\r\nc\rd\u2028e\u0007')).toBe('ab\nc\nd\ne');
    expect(cleanMarkdown('می\u200Cخواهم 👩\u200D🔬 a\u200Db')).toBe('می\u200Cخواهم 👩\u200D🔬 ab');
    expect(cleanMarkdown('e\u0301 \ud800x')).toBe('\u00e9 \ufffdx');
  });

  it('of a megabyte is still answered [I1]', () => {
    const started = performance.now();
    expect(renderMarkdown('a'.repeat(1_000_000)).html).toHaveLength(1_000_007);
    for (const piece of ['[', '*', '_', '`', '$', '$$ ', '![', '<', '> ', '- ', '\\', '**a ', '$a\\$', '[](', '|', '&#']) {
      renderMarkdown(piece.repeat(20_000));
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
