import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstructions } from './instructions.ts';
import { numbered, pieces } from './lines.ts';
import { AiQuestion, toExchange } from './proposal.ts';

const ai = (fields: object) => AiQuestion.parse({ firstLine: 1, lastLine: 2, stem: 'S', ...fields });

describe('original and proposal side by side [Q-43]', () => {
  it('keeps every line of the text in exactly one piece, whatever lines the provider names', () => {
    const lines = fc.array(
      fc.string({ unit: 'grapheme', maxLength: 8 }).map((line) => line.replaceAll('\n', ' ')),
      { minLength: 1, maxLength: 20 },
    );
    const spans = fc.array(fc.record({ firstLine: fc.integer({ min: 1, max: 30 }), lastLine: fc.integer({ min: 1, max: 30 }) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(lines, spans, (texts, given) => {
        const found = pieces(texts.join('\n'), given);
        const seen = found
          .map(({ original }) => original)
          .join('\n')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
          .sort();
        expect(seen).toEqual(
          texts
            .map((line) => line.trim())
            .filter(Boolean)
            .sort(),
        );
        for (const span of given) expect(found.some((piece) => piece.span === span)).toBe(true);
      }),
    );
  });

  it('shows the lines of each question and what lies between', () => {
    const one = { firstLine: 1, lastLine: 2 };
    const two = { firstLine: 4, lastLine: 4 };
    expect(pieces('1. A?\na) x\nPage 7\n2. B?', [one, two])).toEqual([
      { original: '1. A?\na) x', span: one },
      { original: 'Page 7', span: null },
      { original: '2. B?', span: two },
    ]);
    expect(numbered('a\nb')).toBe('1: a\n2: b');
  });
});

describe('a proposal of a provider [Q-43]', () => {
  it('becomes a question of its type', () => {
    expect(
      toExchange(ai({ type: 'single-choice', options: ['x', 'y'], correct: [1], topic: 'A / B', difficulty: 4 })),
    ).toMatchObject({
      type: 'single-choice',
      options: [
        { id: 'a', text: 'x' },
        { id: 'b', text: 'y' },
      ],
      key: { correct: ['b'] },
      topic: 'A / B',
      difficulty: 4,
    });
    expect(toExchange(ai({ type: 'true-false', correct: [1] })).key).toEqual({ correct: ['false'] });
    expect(toExchange(ai({ type: 'number', value: 3.14, unit: 'm' }))).toMatchObject({
      key: { value: 3.14, tolerance: 0 },
      unit: 'm',
    });
    expect(toExchange(ai({ type: 'short-text', accepted: ['Ankara'] })).key).toEqual({
      accepted: ['Ankara'],
      caseSensitive: false,
    });
    const pairs = [
      { prompt: 'p', answer: 'x' },
      { prompt: 'q', answer: 'y' },
      { prompt: 'r', answer: 'x' },
    ];
    expect(toExchange(ai({ type: 'matching', pairs })).key).toEqual({ pairs: { '1': 'a', '2': 'b', '3': 'a' } });
    expect(toExchange(ai({ type: 'ordering', options: ['x', 'y'] })).key).toEqual({ order: ['a', 'b'] });
  });

  it('cannot carry what is not the provider’s to say', () => {
    expect(ai({ type: 'long-text', points: 100, status: 'published', code: 'X', correct: [] })).not.toHaveProperty('points');
    expect(AiQuestion.safeParse({ firstLine: 1, lastLine: 1, stem: '', type: 'number' }).success).toBe(false);
    expect(AiQuestion.safeParse({ firstLine: 1, lastLine: 1, stem: 'x', type: 'poem' }).success).toBe(false);
  });

  it('is asked for with topics and exam types by name, and with a bounded list of them', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => `S / T / U${at}`);
    expect(formatInstructions(['Mathematics / Algebra'], ['TYT'])).toContain('"Mathematics / Algebra"');
    expect(formatInstructions([...many, 'S', 'S / T'], []).length).toBeLessThan(5_000);
  });
});
