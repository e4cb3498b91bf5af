import { describe, expect, it } from 'vitest';
import type { Content, Key } from '../../contract/index.ts';
import { learnerView, type Render, rightAnswer, toBankResponse } from './learner-view.ts';
import { withGaps } from './stem-gaps.ts';

const render: Render = { block: (text) => `<p>${text}</p>`, inline: (text) => text };
const none = () => [];
const option = (id: 'a' | 'b' | 'c', text = `text ${id}`) => ({ id, text });

describe('what a learner gets of a question [Q-02, A3]', () => {
  it('names options by their place in the order shown, so that the bank’s order stays unknown', () => {
    const content: Content = { type: 'ordering', stem: 'Sort', options: [option('a'), option('b'), option('c')] };
    const order = (list: string) => (list === 'options' ? ['c', 'a', 'b'] : []);
    expect(learnerView(content, 'en', order, render).options).toEqual([
      { id: '1', html: 'text c' },
      { id: '2', html: 'text a' },
      { id: '3', html: 'text b' },
    ]);
    expect(rightAnswer({ order: ['a', 'b', 'c'] }, order, render)).toEqual({ order: ['2', '3', '1'] });
    expect(toBankResponse('ordering', { order: ['2', '3', '1'] }, order)).toEqual({ order: ['a', 'b', 'c'] });
    expect(toBankResponse('ordering', { order: ['9'] }, order)).toEqual({ order: ['none-9'] });
  });

  it('puts a place for each gap into the stem, and never into an attribute', () => {
    expect(withGaps('<p>I [[1]] up [[x]]. <img alt="[[2]]"></p>')).toBe(
      '<p>I <span class="gap" data-gap="1"></span> up [[x]]. <img alt="[[2]]"></p>',
    );
  });

  it('shows gaps with their choices, prompts, words asked for and the length of a recording, and nothing of the key', () => {
    const gaps: Content = {
      type: 'blanks',
      stem: '[[1]] and [[2]]',
      details: {
        gaps: [
          { id: '1', kind: 'text' },
          { id: '2', kind: 'choice', options: [option('a'), option('b')] },
        ],
      },
    };
    const order = (list: string) => (list === 'gap.2' ? ['b', 'a'] : []);
    const view = learnerView(gaps, 'en', order, render);
    expect(view.stemHtml).toContain('data-gap="2"');
    expect(view.details).toEqual({
      gaps: [
        { id: '1', kind: 'text' },
        {
          id: '2',
          kind: 'choice',
          options: [
            { id: '1', html: 'text b' },
            { id: '2', html: 'text a' },
          ],
        },
      ],
    });
    const key: Key = { gaps: { '1': { accepted: ['went'], caseSensitive: false }, '2': { correct: ['a'] } } };
    expect(rightAnswer(key, order, render)).toEqual({ gaps: { '1': { accepted: ['went'] }, '2': { selected: ['2'] } } });
    const limits = (details: Content['details']) =>
      learnerView({ type: 'long-text', stem: '', details }, 'en', none, render).details;
    expect(limits({ minWords: 5, maxWords: null })).toEqual({ minWords: 5, maxWords: null });
    expect(limits({ maxSec: 60 })).toEqual({ maxSec: 60 });
    expect(limits({})).toBeNull();
    expect(limits({ prompts: [{ id: '1', text: 'Rome' }] })).toEqual({ prompts: [{ id: '1', html: 'Rome' }] });
  });

  it('writes true and false in the language of the question, and matches pairs by place', () => {
    const order = (list: string) => (list === 'options' ? ['true', 'false'] : []);
    const truth = learnerView({ type: 'true-false', stem: 's' }, 'tr', order, render);
    expect(truth.options.map(({ html }) => html)).toEqual(['Doğru', 'Yanlış']);
    expect(rightAnswer({ correct: ['false'] }, order, render)).toEqual({ selected: ['2'] });
    expect(rightAnswer({ pairs: { '1': 'b' } }, () => ['b', 'a'], render)).toEqual({ pairs: { '1': '1' } });
    expect(rightAnswer({ rubric: [], modelAnswer: 'Well' }, none, render)).toEqual({ modelAnswerHtml: '<p>Well</p>' });
  });
});
