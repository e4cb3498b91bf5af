import { describe, expect, it } from 'vitest';
import { itemOf, paperOf } from './paper.fixture.ts';
import { figuresOf } from './session/fetch-figures.ts';
import { splitStem } from './stem.ts';

describe('splitStem', () => {
  it('takes a picture that stands alone out of the text', () => {
    const stem = splitStem(
      '<p>Look at figure T-1.</p>\n<p><img src="/uploads/t1.png" alt="A circuit &amp; a &quot;lamp&quot;"></p>',
    );
    expect(stem).toEqual({
      html: '<p>Look at figure T-1.</p>',
      figures: [{ src: '/uploads/t1.png', alt: 'A circuit & a "lamp"', alone: true }],
    });
  });

  it('leaves a picture within a sentence where it is, but names it', () => {
    const stem = splitStem('<p>What does <img alt="resistor" src="/uploads/r.png"> show?</p>');
    expect(stem.html).toContain('<img');
    expect(stem.figures).toEqual([{ src: '/uploads/r.png', alt: 'resistor', alone: false }]);
  });

  it('leaves a text without pictures as it is', () => {
    expect(splitStem('<p>2 + 2</p>')).toEqual({ html: '<p>2 + 2</p>', figures: [] });
  });
});

describe('figuresOf', () => {
  it('names each picture of a paper once, also those in options', () => {
    const paper = paperOf({}, [
      itemOf(1, { stemHtml: '<p><img src="/uploads/a.png" alt=""></p>' }),
      itemOf(2, {
        stemHtml: '<p><img alt="" src="/uploads/a.png"></p>',
        options: [{ id: '1', html: '<img src="/uploads/b.png?x=1&amp;y=2" alt="">' }],
      }),
    ]);
    expect(figuresOf(paper)).toEqual(['/uploads/a.png', '/uploads/b.png?x=1&y=2']);
  });
});
