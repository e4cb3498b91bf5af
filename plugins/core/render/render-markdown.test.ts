import { describe, expect, it } from 'vitest';
import { plainText, renderMarkdown } from './index.ts';

const html = (text: string, options = {}) => renderMarkdown(text, options).html;

describe('a text', () => {
  it('becomes paragraphs, lists and tables that scroll by themselves', () => {
    expect(html('One **two**\n\n- a\n- b')).toBe('<p>One <strong>two</strong></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>');
    expect(html('|a|b|\n|-:|:-:|\n|1|2|')).toContain('<div class="table-scroll"><table>');
    expect(html('|a|b|\n|-:|:-:|\n|1|2|')).toContain('<td class="align-end">1</td>\n<td class="align-center">2</td>');
  });

  it('stays on one line in inline mode', () => {
    expect(html('An *option* with $x^2$', { inline: true })).toMatch(/^An <em>option<\/em> with <span class="math"/);
  });

  it('puts its headings below the two levels of the page', () => {
    expect(html('# Top\n\n## Next')).toBe('<h3>Top</h3>\n<h4>Next</h4>');
  });

  it('says its language and direction where it differs from the page', () => {
    expect(html('نص', { lang: 'ar', inline: true })).toBe('<span lang="ar" dir="rtl">نص</span>');
    expect(html('x', { lang: '"><script>' })).toBe('<div lang="und" dir="ltr"><p>x</p></div>');
  });

  it('keeps code left to right', () => {
    expect(html('`a < b`')).toBe('<p><code dir="ltr">a &lt; b</code></p>');
  });

  it('leaves prices alone', () => {
    expect(html('It costs $5 and $6 today')).toBe('<p>It costs $5 and $6 today</p>');
  });

  it('links without giving the opener away, and only to places that are safe', () => {
    expect(html('[exams](/exams)')).toBe('<p><a href="/exams" rel="noopener">exams</a></p>');
    for (const address of [
      'javascript:alert(1)',
      '//evil.example',
      '/\\evil.example',
      'data:text/html,x',
      'vbscript:x',
      'https://user:pw@example.org/',
    ]) {
      expect(html(`[x](${address})`)).not.toContain('href');
    }
  });

  it('shows images of this installation or over https, and lists those without alternative text', () => {
    expect(html('![A triangle](/uploads/triangle_1.png)')).toContain(
      '<img src="/uploads/triangle_1.png" alt="A triangle" loading="lazy"',
    );
    expect(renderMarkdown('ab ![](/uploads/a.png)').errors).toEqual([
      expect.objectContaining({ code: 'image-alt', position: 3 }),
    ]);
    for (const address of [
      'http://example.org/a.png',
      '/uploads/../cms/admin',
      '/uploads/%2e%2e/x',
      '/api/v1/platform/sign-out',
      'data:image/png;base64,x',
    ]) {
      const { html: shown, errors } = renderMarkdown(`![alt](${address})`);
      expect(shown).not.toContain('<img');
      if (shown.includes('<p>alt</p>')) expect(errors[0]?.code).toBe('image-address');
    }
  });

  it('reads as plain words without its markup', () => {
    expect(plainText('# Find\n\nthe **root** of $x^2$ ![a curve](/uploads/c.png)\n\n| a |\n|---|\n| b |')).toBe(
      'Find the root of x^2 a curve a b',
    );
  });
});

describe('audio', () => {
  const id = '0199a000-0000-7000-8000-0000000000ab';

  it('becomes a place for the player, with the limit of plays and without an address that plays [Q-20]', () => {
    expect(renderMarkdown(`Listen: ![A <talk>](/media/${id} "plays=2")`).html).toBe(
      `<p>Listen: <span class="audio-clip" data-media="${id}" data-plays="2">A &lt;talk&gt;</span></p>`,
    );
    expect(renderMarkdown(`![x](/media/${id})`, { inline: true }).html).toBe(
      `<span class="audio-clip" data-media="${id}">x</span>`,
    );
  });

  it('has no limit where the title names none that can be, and asks for a name', () => {
    for (const title of ['plays=0', 'plays=100', 'plays=-1', 'plays=2x', 'replays=2']) {
      expect(renderMarkdown(`![x](/media/${id} "${title}")`).html).not.toContain('data-plays');
    }
    expect(renderMarkdown(`![](/media/${id})`).errors).toMatchObject([{ code: 'audio-label', position: 0 }]);
  });

  it('is no audio under any other address [I1]', () => {
    for (const address of [
      `/media/${id}/x`,
      '/media/x',
      `//media/${id}`,
      `https://example.org/media/${id}`,
      `/media/${id}?a=1`,
    ]) {
      expect(renderMarkdown(`![x](${address})`).html).not.toContain('audio-clip');
    }
  });
});
