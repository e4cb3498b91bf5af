import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_TYPES, type QuestionInput } from '../../../contract/index.ts';
import { anyQuestion } from '../../testing/arbitrary.ts';
import { asExchange, differences } from '../../testing/round-trip.ts';
import { packagePath } from '../html/media-name.ts';
import type { ExchangeQuestion } from '../item.ts';
import { xmlDocument } from '../package/xml-tree.ts';
import { readQtiItem } from '../qti/read-item.ts';
import { qtiIdentifier, writeQtiItem } from './write-item.ts';

const options = {
  fileOf: (address: string) => (address.startsWith('/uploads/') ? `media/${address.slice(9)}` : null),
  toRoot: '../',
};
const write = (question: ExchangeQuestion) => writeQtiItem(question, 1, options);
const read = (text: string | null) =>
  readQtiItem({
    number: 1,
    tree: xmlDocument(text ?? ''),
    source: text ?? '',
    meta: {},
    mediaName: (address) => packagePath(address, 'items'),
  });

/** What other systems do not do with a question that is all there. */
function toldFor({ type, details }: QuestionInput): string[] {
  if (type === 'ordering') return ['qtiOrderShare'];
  return 'minWords' in details && (details.minWords ?? details.maxWords) !== null ? ['qtiWords'] : [];
}

describe('QTI 3.0 there and back', () => {
  it.each(QUESTION_TYPES)('%s: every field comes back as it was, and nothing is lost [Q-47]', (type) => {
    fc.assert(
      fc.property(anyQuestion(type), (generated) => {
        const question = asExchange(generated);
        const written = write(question);
        const item = read(written.text);
        expect({ messages: item.messages, losses: item.losses }).toEqual({ messages: [], losses: [] });
        expect(item.question && differences(question, item.question)).toEqual([]);
        expect(written.losses.map(({ code }) => code)).toEqual(toldFor(generated));
      }),
      { numRuns: 60 },
    );
  });
});

const QUESTION: ExchangeQuestion = {
  type: 'single-choice',
  code: 'geo-1',
  title: 'Capitals',
  stem: 'Which is *the* capital?\n\n![A map](/uploads/map_1.png)',
  options: [
    { id: 'a', text: 'Ankara' },
    { id: 'b', text: 'İzmir' },
  ],
  key: { correct: ['a'], feedback: { b: 'Larger, but no.' } },
  points: 2,
  language: 'tr',
};

describe('an item as other systems see it', () => {
  const { text, media, identifier } = write(QUESTION);
  it('carries its code, title, language, points, key and feedback in their places', () => {
    expect(identifier).toBe('geo-1');
    expect(text).toContain('identifier="geo-1" title="Capitals" xml:lang="tr"');
    expect(text).toContain(
      '<qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>2</qti-value>',
    );
    expect(text).toContain('<qti-correct-response><qti-value>a</qti-value></qti-correct-response>');
    expect(text).toContain('<qti-modal-feedback identifier="b" outcome-identifier="FEEDBACK" show-hide="show">');
  });

  it('shows its media from the package', () => {
    expect(media).toEqual(['media/map_1.png']);
    expect(text).toContain('<img src="../media/map_1.png" alt="A map"');
    expect(read(text).question?.stem).toBe('Which is *the* capital?\n\n![A map](media:media/map_1.png)');
  });

  it('whose HTML somebody edited elsewhere comes back as edited', () => {
    const edited = (text ?? '')
      .replace('<em>the</em> capital?', '<em>our</em> capital today?')
      .replace('<qti-value>a</qti-value>', '<qti-value>b</qti-value>');
    const { question } = read(edited);
    expect(question?.stem).toBe('Which is *our* capital today?\n\n![A map](media:media/map_1.png)');
    expect(question?.key).toMatchObject({ correct: ['b'] });
    expect(question?.options?.[1]?.text).toBe('İzmir');
  });

  it('names a file that could not be packed', () => {
    const { losses } = write({ ...QUESTION, stem: '![Sound](/media/5e6c1f0a-0000-4000-8000-000000000000)' });
    expect(losses).toMatchObject([{ level: 'leftOut', code: 'qtiMediaMissing', field: 'stem' }]);
  });

  it('has an identifier that QTI allows, whatever the code is', () => {
    expect(qtiIdentifier('T1A-01.b', 3)).toBe('T1A-01.b');
    expect(qtiIdentifier('1 a', 3)).toBe('item-3');
    expect(read(write({ ...QUESTION, code: '1 "a"' }).text).question?.code).toBe('1 "a"');
  });
});
