import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sample } from '../testing/sample.ts';
import { codeOf, contentHash } from './hashes.ts';
import { normalise } from './normalise.ts';

describe('the stored form', () => {
  it('is composed, trimmed and free of hidden marks [I1]', () => {
    const stored = normalise(
      sample({ stem: '  Cafe\u0301\u200b \u202eabc\u0000\r\nx \ud800 ', tags: [' a  b ', 'a b', ''], explanation: ' ' }),
    );
    expect(stored.stem).toBe('Café abc\nx \ufffd');
    expect(stored.tags).toEqual(['a b']);
    expect(stored.explanation).toBeNull();
  });

  it('keeps markup signs as they are: the renderer shows them as text', () => {
    expect(normalise(sample({ stem: 'Is `<b>` < 5 & "x"?' })).stem).toBe('Is `<b>` < 5 & "x"?');
  });

  it('is the same when it is made twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (stem, option) => {
        const once = normalise(sample({ stem, options: [{ id: 'a', text: option }], key: { correct: ['a', 'a'] } }));
        expect(normalise(once)).toEqual(once);
        expect(contentHash(normalise(once))).toBe(contentHash(once));
      }),
    );
  });

  it('puts the key in the order of the options', () => {
    const { key } = normalise(sample({ type: 'multiple-choice', key: { correct: ['b', 'a', 'b'] } }));
    expect(key).toEqual({ correct: ['a', 'b'] });
  });
});

describe('hashes', () => {
  it('change with everything a revision holds, and with nothing else', () => {
    const base = contentHash(sample());
    const changes = [
      { stem: 'y' },
      { points: 2 },
      { difficulty: 4 },
      { topic: null },
      { language: 'tr' as const },
      { hints: ['h'] },
      { tags: ['t'] },
      { key: { correct: ['b'] } },
      { unit: 'm' },
      { estimatedSec: 5 },
    ];
    const hashes = changes.map((change) => contentHash(sample(change)));
    expect(new Set([base, ...hashes]).size).toBe(changes.length + 1);
    expect(contentHash(sample({ code: 'other' }))).toBe(base);
  });

  it('give the same question the same code, and another question another one [Q-32]', () => {
    expect(codeOf(sample({ code: undefined }))).toBe(codeOf(sample({ tags: ['x'] })));
    expect(codeOf(sample({ stem: 'x' }))).not.toBe(codeOf(sample()));
    expect(codeOf(sample())).toMatch(/^q-[0-9a-f]{16}$/);
  });

  it('of questions from before there were ten types are what they were, so that nothing is published anew [Q-42]', () => {
    const plain = sample();
    const number = sample({
      type: 'number',
      options: [],
      key: { value: 1.5, tolerance: 0.1 },
      unit: 'm',
      hints: ['one'],
      tags: ['t'],
    });
    const text = sample({
      type: 'short-text',
      options: [],
      key: { accepted: ['went', 'gone'], caseSensitive: true },
      language: 'tr',
      explanation: 'x',
      estimatedSec: 30,
    });
    expect([plain, number, text].map((question) => [contentHash(normalise(question)), codeOf(normalise(question))])).toEqual([
      ['6ec6fd6938c76d78cd21c95ef6258effe0957422d1db3e635defcd1815c334c3', 'q-c4f940e8a7042568'],
      ['fb5ebc7f7a8b8fbe81e71387817d0e4b963060eb7f78d815ca7614c2e4185c90', 'q-76705b576a0facc3'],
      ['031b46691585e39d42443021afe43e0a2939d767909c089ea5e59275abf679e7', 'q-65d83719b87731bc'],
    ]);
  });
});
