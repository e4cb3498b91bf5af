import { TRUE_FALSE_IDS } from '../../../contract/index.ts';
import { isChoiceKey } from '../../types/choice.ts';
import { error } from '../../types/messages.ts';
import { keyPlaces } from '../key-form.ts';
import { readBoolean } from '../words.ts';
import { readExtras, writeShares } from './choice.ts';
import { type AnswerCells, type SheetForm, short } from './form.ts';
import { readOptions } from './options.ts';

const idOfWord = (word: string): string | null => {
  const value = readBoolean(word);
  return value === null ? null : String(value);
};

/** A word, or a letter or number that names an option whose text is such a word. */
function rightWord({ key, options }: AnswerCells, form: Parameters<SheetForm['read']>[1]['form']): boolean | null {
  const texts = options.filter((text) => text.trim() !== '');
  const place = texts.length === 2 ? keyPlaces(key, form, texts)?.[0] : undefined;
  return (place === undefined ? null : readBoolean(texts[place] ?? '')) ?? readBoolean(key);
}

/** `true` or `false` in key; feedback_a is for true, feedback_b for false. */
export const trueFalseSheet: SheetForm = {
  write({ key }) {
    if (!isChoiceKey(key)) return {};
    return {
      key: key.correct[0] ?? '',
      shares: writeShares(key.shares, (id) => id),
      feedback: TRUE_FALSE_IDS.map((id) => key.feedback?.[id] ?? ''),
    };
  },
  read(cells, { form }) {
    const options = cells.options.every((text) => text.trim() === '' || readBoolean(text) !== null)
      ? { options: [], messages: [] }
      : readOptions(cells);
    const right = rightWord(cells, form);
    const isEmpty = cells.key.trim() === '';
    const more = readExtras(cells, idOfWord, TRUE_FALSE_IDS);
    return {
      options: options.options,
      details: {},
      key: { correct: isEmpty || right === null ? [] : [String(right)], ...more.extras },
      messages: [
        ...options.messages,
        ...(right === null && !isEmpty ? [error('keyUnknownOption', 'key', { key: short(cells.key) })] : []),
        ...more.messages,
      ],
    };
  },
};
