import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { marksIn, passage } from './marks.ts';
import { MAX_WORDS, prefixQuery, searchWords } from './words.ts';

describe('words of a search [Q-05, I14]', () => {
  it('are folded: case, the two Turkish i, Arabic forms and vowel marks', () => {
    expect(fold('IŞIK ışık Işık İZMİR')).toBe('işik işik işik izmir');
    expect(fold('أَحْمَد إلى آمنة')).toBe('احمد الي امنه');
  });

  it('never carry a sign of a query language through', () => {
    expect(prefixQuery('a & b | !c:* (d) <-> "e" \' \\ %_')).toBe("'a':* & 'b':* & 'c':* & 'd':* & 'e':*");
    expect(prefixQuery('% _ & | !')).toBeNull();
    expect(prefixQuery('\u0000')).toBeNull();
  });

  it('keep decimals together and are bounded however much is typed', () => {
    expect(searchWords('3.14 x2')).toEqual(['3.14', 'x2']);
    expect(searchWords(Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(' '))).toHaveLength(MAX_WORDS);
    expect(searchWords('x'.repeat(10_000))[0]).toHaveLength(60);
  });
});

describe('marks of a search', () => {
  it('cover whole words that begin so, in the text as it is written', () => {
    expect(marksIn('İzmir is in IZMIRLI, not in Gizmir', searchWords('izmir'))).toEqual([
      [0, 5],
      [12, 19],
    ]);
    expect(marksIn('nothing', [])).toEqual([]);
  });

  it('come with the passage around the first word', () => {
    const text = `${'word '.repeat(40)}needle ${'word '.repeat(40)}`;
    const found = passage(text, ['needle'], 80);
    expect(found?.text.startsWith('… word')).toBe(true);
    expect(found?.text.endsWith(' …')).toBe(true);
    expect(found?.marks.map(([start, end]) => found.text.slice(start, end))).toEqual(['needle']);
    expect(passage('nothing here', ['needle'], 80)).toBeNull();
  });
});
