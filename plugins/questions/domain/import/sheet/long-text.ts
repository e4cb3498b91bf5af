import { isLongTextDetails } from '../../types/long-text.ts';
import type { SheetForm } from './form.ts';
import { strayOptions } from './options.ts';
import { readCount, readRubric, writeRubric } from './rubric.ts';

const WORDS = { min: 1, max: 10_000 };

/** The rubric in key, the model answer and the numbers of words in cells of their own. */
export const longTextSheet: SheetForm = {
  write({ key, details }) {
    const { minWords, maxWords } = isLongTextDetails(details) ? details : { minWords: null, maxWords: null };
    return { ...writeRubric(key), minWords: String(minWords ?? ''), maxWords: String(maxWords ?? '') };
  },
  read(cells) {
    const rubric = readRubric(cells);
    const min = readCount(cells.minWords, 'minWords', WORDS, 'wordsForm');
    const max = readCount(cells.maxWords, 'maxWords', WORDS, 'wordsForm');
    return {
      options: strayOptions(cells),
      details: { minWords: min.count, maxWords: max.count },
      key: rubric.key,
      messages: [...rubric.messages, ...min.messages, ...max.messages],
    };
  },
};
