import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './index.ts';

const html = (text: string) => renderMarkdown(text).html;

describe('a formula', () => {
  it('is MathML and nothing else, left to right inside any text [Q-21]', () => {
    const shown = html('نص $\\frac{1}{2}$ نص');
    expect(shown).toContain('<span class="math" dir="ltr"><math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mfrac>');
    expect(shown).not.toMatch(/katex|annotation|semantics|\\frac/);
  });

  it('stands in a block of its own between double dollars [Q-21]', () => {
    expect(html('$$\nx\n$$')).toContain(
      '<div class="math-block" dir="ltr"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block">',
    );
    expect(html('a $$x$$ b')).toContain('<span class="math-block" dir="ltr">');
  });

  it('names what is wrong and where in the text it is [Q-21]', () => {
    const text = 'Let $x$ be $\\frac{1}$ and\n\n- a $y$\n- b $\\foo{1}$';
    const { errors, html: shown } = renderMarkdown(text);
    expect(errors).toHaveLength(2);
    expect(errors[0]).toMatchObject({ code: 'formula', message: expect.stringContaining('Unexpected end of input') });
    expect(errors[1]).toMatchObject({ message: 'Undefined control sequence: \\foo', position: text.indexOf('\\foo') });
    expect(shown).toContain('<span class="formula-error" dir="ltr">$\\frac{1}$</span>');
  });

  it('may not link, load or style anything [I1]', () => {
    for (const formula of [
      '\\href{javascript:alert(1)}{x}',
      '\\url{https://example.org}',
      '\\includegraphics{x.png}',
      '\\htmlStyle{color:red}{x}',
      '\\htmlClass{a}{x}',
      '\\htmlData{a=b}{x}',
    ]) {
      const { html: shown, errors } = renderMarkdown(`$${formula}$`);
      expect(errors, formula).toHaveLength(1);
      expect(shown).not.toMatch(/<math|href=|src=|style=|data-/);
    }
  });

  it('cannot loop, nest or grow without end [I1]', () => {
    for (const formula of ['\\def\\a{\\a\\a}\\a', `${'{'.repeat(3_000)}`, 'x'.repeat(5_000), '\\edef\\x{\\x\\x\\x}\\x']) {
      expect(renderMarkdown(`$${formula}$`).errors).toHaveLength(1);
    }
    expect(html('$\\rule{100000em}{1em}$')).toContain('width="50em"');
  });

  it('carries Turkish and Arabic words', () => {
    expect(renderMarkdown('$\\text{Şekil}$ $\\text{المساحة} = 5$').errors).toEqual([]);
  });

  it('writes alphabets, boxes and columns in a form that browsers draw', () => {
    expect(html('$\\mathbb{R}\\mathcal{L}\\mathfrak{g}\\mathbf{v}\\boldsymbol{\\alpha}\\mathrm{d}$')).toContain(
      '<mi>ℝ</mi><mi>ℒ</mi><mi>𝔤</mi><mi>𝐯</mi><mi>𝜶</mi><mi mathvariant="normal">d</mi>',
    );
    expect(html('$\\boxed{x}$')).toContain('<mrow style="border:0.06em solid;padding:0.2em">');
    expect(html('$\\cancel{x}$')).toContain('style="background:linear-gradient(to top left,');
    expect(html('$$\\begin{aligned}a&=b\\end{aligned}$$')).toContain(
      '<mtd style="text-align:-webkit-right;padding-left:0;padding-right:0em">',
    );
    expect(html('$\\overline{AB}\\overrightarrow{AB}\\widehat{A}$')).toMatch(/>\u0332<.*>\u20d7<.*>\u0302</);
    const ruled = html('$\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}$');
    expect(ruled.match(/border-right/g)).toHaveLength(2);
    expect(ruled.match(/border-bottom/g)).toHaveLength(2);
  });

  it('takes a whole question bank at once', () => {
    const texts = Array.from({ length: 2_000 }, (_, index) => `Solve $\\frac{x_{${index}}}{\\sqrt{y^2+${index}}}$`);
    const started = performance.now();
    for (const text of texts) expect(renderMarkdown(text).errors).toEqual([]);
    // Twenty times what it takes here: a guard against a renderer that became quadratic, not a measurement.
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
