import type { Gap, GapKey } from '../../../contract/index.ts';
import { isBlanksDetails, isBlanksKey } from '../../types/blanks.ts';
import { type Answer, isFull, numberAnswers, percentOf, textAnswers } from '../answers.ts';
import type { Loss } from '../item.ts';
import { leftOut } from '../losses.ts';
import { clozeEscaped } from './cloze-parse.ts';
import { type BodyWriter, starred } from './write-answers.ts';

function alternative(text: string, { share, feedback }: Answer<object>): string {
  const answer = `${isFull(share) ? '=' : `%${percentOf(share)}%`}${text}`;
  // `&#` would begin an entity.
  return feedback ? `${answer}${text.endsWith('&') || text.endsWith('&amp;') ? ' ' : ''}#${clozeEscaped(feedback)}` : answer;
}

/** One gap as an embedded answer; null where its key is of another kind. */
function embedded(gap: Gap, key: GapKey): string | null {
  if ('correct' in key) {
    const options = (gap.options ?? []).map(({ id, text }) =>
      alternative(clozeEscaped(text), { share: key.correct.includes(id) ? 1 : 0, feedback: null }),
    );
    return `{1:MULTICHOICE_S:${options.join('~')}}`;
  }
  if ('accepted' in key) {
    const answers = textAnswers(key).map((answer) => alternative(clozeEscaped(starred(answer.text)), answer));
    return `{1:${key.caseSensitive ? 'SHORTANSWER_C' : 'SHORTANSWER'}:${answers.join('~')}}`;
  }
  const answers = numberAnswers(key).map((answer) => alternative(`${answer.value}:${answer.tolerance}`, answer));
  return `{1:NUMERICAL:${answers.join('~')}}`;
}

/** Words of the text that look like an embedded answer stay words. */
const plainBraces = (text: string): string => text.replace(/\{(?=\d{0,3}:[A-Z_]{2,20}:)/g, '\\{');

export const blanks: BodyWriter = ({ key, details, stem }) => {
  if (!isBlanksKey(key) || !isBlanksDetails(details)) return null;
  const gaps = new Map(details.gaps.map((gap) => [gap.id, gap]));
  const text = stem.split(/\[\[([1-9][0-9]?)\]\]/).map((part, at) => {
    if (at % 2 === 0) return plainBraces(part);
    const [gap, gapKey] = [gaps.get(part), key.gaps[part]];
    return gap && gapKey ? embedded(gap, gapKey) : `[[${part}]]`;
  });
  if (text.includes(null)) return null;
  const isPinned = details.gaps.some(({ options = [] }) => options.some(({ pinned }) => pinned));
  const losses: Loss[] = isPinned ? [leftOut('pinnedLeftOut', 'details')] : [];
  return { kind: 'cloze', elements: [], stem: text.join(''), losses };
};
