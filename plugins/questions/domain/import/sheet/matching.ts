import { OPTION_COUNT, OPTION_IDS, type RuleMessage } from '../../../contract/index.ts';
import { cleanText } from '../../text/clean.ts';
import { isMatchingDetails, isMatchingKey } from '../../types/matching.ts';
import { error, optionName } from '../../types/messages.ts';
import { type SheetForm, unread } from './form.ts';
import { escaped, type Sign, splitAt, unescaped } from './parts.ts';

const SIGNS: readonly Sign[] = ['=>'];
/** In the key answers that fit nothing stand side by side. */
const KEY_SIGNS: readonly Sign[] = ['=>', '|'];

type Pair = { prompt: string; answer: string };

/** `prompt => answer`; null when there is no arrow. */
function readPair(entry: string, signs: readonly Sign[]): Pair | null {
  const [prompt = '', ...rest] = splitAt(entry, ['=>']);
  if (rest.length === 0) return null;
  const text = (part: string) => cleanText(unescaped(part.trim(), signs));
  return { prompt: text(prompt), answer: text(rest.join('=>')) };
}

/** `prompt => answer` in option_a …; an answer that fits nothing is `=> answer`, in the next cell or, when they are full, in key. */
export const matchingSheet: SheetForm = {
  write({ options, details, key }) {
    if (!isMatchingDetails(details) || !isMatchingKey(key)) return {};
    const textOf = (id: string | undefined) => options.find((option) => option.id === id)?.text ?? '';
    const used = new Set(Object.values(key.pairs));
    const extra = options.filter(({ id }) => !used.has(id)).map(({ text }) => text);
    const room = Math.max(0, OPTION_COUNT.max - details.prompts.length);
    return {
      options: [
        ...details.prompts.map(({ id, text }) => `${escaped(text, SIGNS)} => ${escaped(textOf(key.pairs[id]), SIGNS)}`),
        ...extra.slice(0, room).map((text) => `=> ${escaped(text, SIGNS)}`),
      ],
      key: extra
        .slice(room)
        .map((text) => `=> ${escaped(text, KEY_SIGNS)}`)
        .join(' | '),
    };
  },
  read(cells) {
    const messages: RuleMessage[] = [];
    const pairs = cells.options.flatMap((cell, at) => {
      const pair = cell.trim() === '' ? [] : (readPair(cell, SIGNS) ?? undefined);
      if (pair === undefined) messages.push(unread(`options.${at}.text`, cell, 'Ankara => Türkiye'));
      return pair ?? [];
    });
    const entries = splitAt(cells.key, ['|']).filter((entry) => entry.trim() !== '');
    const more = entries.flatMap((entry) => {
      const pair = readPair(entry, KEY_SIGNS);
      if (pair === null || pair.prompt !== '') messages.push(unread('key', entry, '=> Roma'));
      return pair ?? [];
    });
    const all = [...pairs, ...more];
    const answers = [...new Set(all.map(({ answer }) => answer))];
    const prompts = all.filter(({ prompt }) => prompt !== '').map((pair, at) => ({ ...pair, id: String(at + 1) }));
    if (answers.length > OPTION_IDS.length)
      messages.push(error('optionCount', 'options', { count: answers.length, ...OPTION_COUNT }));
    const idOf = (answer: string): string => OPTION_IDS[answers.indexOf(answer)] ?? optionName(answers.indexOf(answer));
    return {
      options: answers.flatMap((text, at) => {
        const id = OPTION_IDS[at];
        return id === undefined ? [] : [{ id, text }];
      }),
      details: { prompts: prompts.map(({ id, prompt }) => ({ id, text: prompt })) },
      key: { pairs: Object.fromEntries(prompts.map(({ id, answer }) => [id, idOf(answer)])) },
      messages,
    };
  },
};
