import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_TYPES } from '../../../contract/index.ts';
import { anyQuestion } from '../../testing/arbitrary.ts';
import { asExchange, silentLosses } from '../../testing/round-trip.ts';
import { parseMoodleXml } from './parse.ts';
import { MOODLE_FRAME, writeMoodleXml } from './write.ts';

const CARRIED = QUESTION_TYPES.filter((type) => type !== 'audio-answer');

describe('questions written as Moodle XML and read again', () => {
  it.each(CARRIED)('%s: every field that is not the same is named by a loss [Q-47]', (type) => {
    fc.assert(
      fc.property(anyQuestion(type), (generated) => {
        const question = asExchange(generated);
        const written = writeMoodleXml(question);
        const items = parseMoodleXml(MOODLE_FRAME.head + written.text + MOODLE_FRAME.tail);
        expect({ silent: silentLosses(question, written, items), items }).toMatchObject({ silent: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('audio-answer is refused by name', () => {
    const [sample] = fc.sample(anyQuestion('audio-answer'), 1);
    expect(sample && writeMoodleXml(asExchange(sample))).toMatchObject({ text: null, losses: [{ code: 'typeLeftOut' }] });
  });
});
