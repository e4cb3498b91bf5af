import { audioAnswer } from '../../types/audio-answer.ts';
import type { SheetForm } from './form.ts';
import { strayOptions } from './options.ts';
import { readCount, readRubric, writeRubric } from './rubric.ts';

const SECONDS = { min: 5, max: 900 };

/** The rubric in key, the model answer and the longest recording in cells of their own. */
export const audioAnswerSheet: SheetForm = {
  write: ({ key, details }) => ({ ...writeRubric(key), maxSec: 'maxSec' in details ? String(details.maxSec) : '' }),
  read(cells) {
    const rubric = readRubric(cells);
    const longest = readCount(cells.maxSec, 'maxSec', SECONDS, 'secondsLimit');
    return {
      options: strayOptions(cells),
      details: longest.count === null ? audioAnswer.emptyDetails() : { maxSec: longest.count },
      key: rubric.key,
      messages: [...rubric.messages, ...longest.messages],
    };
  },
};
