import { describe, expect, it } from 'vitest';
import { hasSlots, isRich, parseHtml, textOf } from './parse.ts';

describe('rendered text with places to fill', () => {
  it('gives gaps at their place and leaves everything else as it is written', () => {
    const html = '<p>I <em>a &amp; b</em> <span class="gap" data-gap="1"></span> up.<br>Then</p>';
    expect(hasSlots(html)).toBe(true);
    expect(parseHtml(html)).toEqual([
      {
        tag: 'p',
        attributes: {},
        inner: 'I <em>a &amp; b</em> <span class="gap" data-gap="1"></span> up.<br>Then',
        children: [
          'I ',
          { tag: 'em', attributes: {}, inner: 'a &amp; b', children: ['a & b'] },
          ' ',
          { tag: 'span', attributes: { class: 'gap', 'data-gap': '1' }, inner: '', children: [] },
          ' up.',
          { tag: 'br', attributes: {}, inner: '', children: [] },
          'Then',
        ],
      },
    ]);
  });

  it('keeps formulas whole and never turns text into markup [I1]', () => {
    const [span] = parseHtml('<span class="math" dir="ltr"><math><mi>x</mi><mspace width="1em" /></math></span>');
    expect(span).toMatchObject({ tag: 'span', inner: '<math><mi>x</mi><mspace width="1em" /></math>' });
    expect(parseHtml('a &lt;script&gt; &#39;b&#x27; < c')).toEqual(["a <script> 'b' < c"]);
  });

  it('survives what is not closed or not opened, in time that grows with the length', () => {
    expect(parseHtml('<p>a<em>b</p></div>c')).toMatchObject([{ tag: 'p', children: ['a', { tag: 'em', children: ['b'] }] }, 'c']);
    const started = performance.now();
    parseHtml('<p>'.repeat(20_000) + '<'.repeat(20_000) + '<a a a a a a a a a a a a'.repeat(2_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('says a text in words, and knows when words are not enough', () => {
    expect(textOf('<p>Oxygen &amp; <strong>light</strong></p>')).toBe('Oxygen & light');
    expect(textOf('<img src="/uploads/a.png" alt="a lamp">')).toBe('a lamp');
    expect([isRich('plain <em>text</em>'), isRich('<span class="math"><math></math></span>'), isRich('<img alt="x">')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
