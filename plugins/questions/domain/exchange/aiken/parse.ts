import { OPTION_COUNT, type RuleMessage } from '../../../contract/index.ts';
import { error } from '../../types/messages.ts';
import { asOptions, choiceKey } from '../answers.ts';
import type { ExchangeItem } from '../item.ts';
import { itemDraft } from '../item-draft.ts';

type Line = { readonly number: number; readonly text: string };
type OptionLine = Line & { readonly letter: string };

const OPTION = /^([A-Za-z])[.)][ \t]+(\S.*)$/;
const ANSWER = /^ANSWER[ \t]*:(.*)$/i;

/** What stands between two answer lines. */
function readQuestion(
  stem: readonly Line[],
  options: readonly OptionLine[],
  answer: Line | null,
  stray: readonly Line[],
): ExchangeItem {
  const draft = itemDraft();
  const all = [...stem, ...options, ...(answer ? [answer] : []), ...stray].sort((a, b) => a.number - b.number);
  const head = { number: all[0]?.number ?? 0, kind: 'aiken', source: all.map(({ text }) => text).join('\n') };
  const wrong = (code: Parameters<typeof error>[0], field: string, { number, text }: Line): RuleMessage =>
    error(code, field, { line: number, text: text.trim().slice(0, 60) });
  draft.tell(...stray.map((line) => wrong('aikenLine', 'options', line)));
  if (stem.length === 0) draft.tell(error('required', 'stem'));
  if (options.length < OPTION_COUNT.min) draft.tell(error('optionCount', 'options', { count: options.length, ...OPTION_COUNT }));
  options.forEach((option, at) => {
    if (option.letter !== String.fromCharCode(65 + at)) draft.tell(wrong('aikenOrder', `options.${at}`, option));
  });
  const named = (answer?.text.replace(ANSWER, '$1') ?? '').trim().toUpperCase();
  const right = options.findIndex(({ letter }) => letter === named);
  if (answer === null) draft.tell(error('aikenNoAnswer', 'key', { line: all.at(-1)?.number ?? 0 }));
  else if (right < 0) draft.tell(wrong('aikenAnswer', 'key', answer));
  const answers = options.map(({ text }, at) => ({
    text: text.replace(OPTION, '$2').trim(),
    share: at === right ? 1 : 0,
    feedback: null,
  }));
  const { options: listed, messages } = asOptions(answers);
  draft.tell(...messages);
  if (draft.messages.length > 0) return draft.item(head, null);
  return draft.item(head, {
    type: 'single-choice',
    stem: stem
      .map(({ text }) => text)
      .join('\n')
      .trim(),
    options: listed,
    details: {},
    key: choiceKey(answers, true),
  });
}

/**
 * Reads Aiken line by line: a question, options `A.` or `A)` in the order of the letters, `ANSWER: A`. Texts are Markdown like the
 * cells of a table. A question that cannot be read becomes an item with the line that is wrong; the next one is read again.
 */
export function aikenReader() {
  let stem: Line[] = [];
  let options: OptionLine[] = [];
  let stray: Line[] = [];
  let characters = 0;

  const finish = (answer: Line | null): ExchangeItem[] => {
    const isNothing =
      stem.every(({ text }) => text.trim() === '') && options.length === 0 && stray.length === 0 && answer === null;
    const item = isNothing ? [] : [readQuestion(stem, options, answer, stray)];
    [stem, options, stray, characters] = [[], [], [], 0];
    return item;
  };

  /** Takes the next line; gives the question that it ends. */
  function push(line: Line): ExchangeItem[] {
    if (stem.length > 0 || line.text.trim() !== '') characters += line.text.length + 1;
    if (ANSWER.test(line.text)) return finish(line);
    const option = OPTION.exec(line.text);
    if (option && stem.some(({ text }) => text.trim() !== '')) {
      options.push({ ...line, letter: (option[1] ?? '').toUpperCase() });
      return [];
    }
    if (options.length === 0) {
      if (line.text.trim() !== '' || stem.length > 0) stem.push(line);
      return [];
    }
    if (line.text.trim() !== '') stray.push(line);
    return [];
  }

  return { push, end: () => finish(null), held: () => characters };
}

/** Every question of an Aiken text. Never throws; linear in the length. */
export function parseAiken(text: string): ExchangeItem[] {
  const reader = aikenReader();
  const items = text.split(/\r\n?|\n/).flatMap((line, at) => reader.push({ number: at + 1, text: line }));
  return [...items, ...reader.end()];
}
