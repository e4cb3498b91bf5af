import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuestion } from '../../testing/arbitrary.ts';
import { asExchange, silentLosses } from '../../testing/round-trip.ts';
import { parseGift } from './parse.ts';
import { giftItems } from './to-item.ts';
import { writeGift } from './write.ts';

const TYPES = ['single-choice', 'multiple-choice', 'true-false', 'number', 'short-text', 'matching', 'long-text'] as const;

describe('questions written as GIFT and read again', () => {
  it.each(TYPES)('%s: every field that is not the same is named by a loss [Q-47]', (type) => {
    fc.assert(
      fc.property(anyQuestion(type), (generated) => {
        const question = asExchange(generated);
        const written = writeGift(question);
        const items = parseGift(written.text ?? '').flatMap(giftItems());
        expect({ silent: silentLosses(question, written, items), items }).toMatchObject({ silent: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('blanks with one gap come back as a gap in their sentence, others are refused by name [Q-47]', () => {
    fc.assert(
      fc.property(anyQuestion('blanks'), fc.constantFrom('', ' words behind it'), (generated, behind) => {
        const question = { ...asExchange(generated), stem: `${generated.stem}${behind}` };
        const written = writeGift(question);
        const gaps = 'gaps' in generated.details ? generated.details.gaps.length : 0;
        if (gaps > 1) {
          expect(written).toMatchObject({ text: null, losses: [{ code: 'typeLeftOut' }] });
          return;
        }
        const items = parseGift(written.text ?? '').flatMap(giftItems());
        expect({ silent: silentLosses(question, written, items), items }).toMatchObject({ silent: [] });
        if (behind !== '') expect(items[0]?.question?.type).toBe('blanks');
      }),
      { numRuns: 200 },
    );
  });
});
