import { isChoiceKey } from '../../types/choice.ts';
import { isMatchingDetails, isMatchingKey } from '../../types/matching.ts';
import { isOrderingKey } from '../../types/ordering.ts';
import { isRubricKey } from '../../types/rubric.ts';
import { isFull, numberAnswers, optionAnswers, textAnswers } from '../answers.ts';
import type { ExchangeQuestion, Loss } from '../item.ts';
import { approximated, leftOut } from '../losses.ts';
import { hasOwnRubric } from '../rubric.ts';
import { element, fraction, markdownText, plainText, type ShownFiles } from './xml-text.ts';

/** How a question is written in Moodle's terms: its kind, its own elements, and what is not the same any more. */
export type MoodleBody = {
  readonly kind: string;
  readonly elements: readonly string[];
  readonly losses: readonly Loss[];
  /** The text with gaps, where the kind writes it itself. */
  readonly stem?: string;
};
export type BodyWriter = (question: ExchangeQuestion, files: ShownFiles) => MoodleBody | null;

const feedbackElement = (feedback: string | null, files: ShownFiles): string => markdownText('feedback', feedback ?? '', files);
/** A star of the text is no pattern. */
export const starred = (text: string): string => text.replaceAll('*', '\\*');

export const choice: BodyWriter = (question, files) => {
  const { key, options = [], type } = question;
  if (!isChoiceKey(key)) return null;
  const single = type === 'single-choice';
  const answers = optionAnswers(options, key, single);
  const fixed = options.filter(({ pinned }) => pinned).length;
  const isSame = answers.every(
    ({ share }, at) => (single ? isFull(share) : share > 0) === key.correct.includes(options[at]?.id ?? ''),
  );
  return {
    kind: 'multichoice',
    elements: [
      element('single', String(single)),
      element('shuffleanswers', String(options.length === 0 || fixed < options.length)),
      element('answernumbering', 'abc'),
      ...answers.map(({ text, share, feedback }) =>
        markdownText('answer', text, files, fraction(share), feedbackElement(feedback, files)),
      ),
    ],
    losses: [
      ...(fixed > 0 && fixed < options.length ? [leftOut('pinnedLeftOut', 'options')] : []),
      ...(isSame ? [] : [approximated('sharesLeftOut', 'key')]),
    ],
  };
};

export const trueFalse: BodyWriter = ({ key }, files) => {
  if (!isChoiceKey(key)) return null;
  const answer = (id: string): string =>
    `<answer${fraction(key.correct.includes(id) ? 1 : 0)} format="moodle_auto_format"><text>${id}</text>${feedbackElement(key.feedback?.[id] ?? null, files)}</answer>`;
  return {
    kind: 'truefalse',
    elements: [answer('true'), answer('false')],
    losses: key.shares ? [leftOut('sharesLeftOut', 'key.shares')] : [],
  };
};

/** An answer that is typed: no format, so that nothing is read as markup. */
const typedAnswer = (text: string, share: number, inside: string): string =>
  plainText('answer', text, `${fraction(share)} format="plain_text"`, inside);

export const shortText: BodyWriter = ({ key }, files) =>
  'accepted' in key
    ? {
        kind: 'shortanswer',
        elements: [
          element('usecase', key.caseSensitive ? 1 : 0),
          ...textAnswers(key).map(({ text, share, feedback }) =>
            typedAnswer(starred(text), share, feedbackElement(feedback, files)),
          ),
        ],
        losses: [],
      }
    : null;

export const number: BodyWriter = ({ key, unit }, files) => {
  if (!('tolerance' in key)) return null;
  const answers = numberAnswers(key).map(({ value, tolerance, share, feedback }) =>
    typedAnswer(String(value), share, `${element('tolerance', tolerance)}${feedbackElement(feedback, files)}`),
  );
  const units = `<units><unit><multiplier>1</multiplier>${element('unit_name', unit ?? '')}</unit></units>`;
  // Shown, not asked for: our learners see the unit beside the field.
  const asked = [element('unitgradingtype', 0), element('unitpenalty', '0.1'), element('showunits', 3), element('unitsleft', 0)];
  return { kind: 'numerical', elements: [...answers, ...(unit ? [units, ...asked] : [])], losses: [] };
};

export const matching: BodyWriter = ({ key, details, options = [] }, files) => {
  if (!isMatchingKey(key) || !isMatchingDetails(details)) return null;
  const textOf = new Map<string, string>(options.map(({ id, text }) => [id, text]));
  const used = new Set(Object.values(key.pairs));
  const pair = (prompt: string, answer: string) => markdownText('subquestion', prompt, files, '', plainText('answer', answer));
  return {
    kind: 'matching',
    elements: [
      element('shuffleanswers', 'true'),
      ...details.prompts.map(({ id, text }) => pair(text, textOf.get(key.pairs[id] ?? '') ?? '')),
      ...options.filter(({ id }) => !used.has(id)).map(({ text }) => pair('', text)),
    ],
    losses: options.some(({ pinned }) => pinned) ? [leftOut('pinnedLeftOut', 'options')] : [],
  };
};

export const ordering: BodyWriter = ({ key, options = [] }, files) => {
  if (!isOrderingKey(key)) return null;
  const textOf = new Map<string, string>(options.map(({ id, text }) => [id, text]));
  return {
    kind: 'ordering',
    elements: [
      element('layouttype', 'VERTICAL'),
      element('selecttype', 'ALL'),
      element('selectcount', 0),
      element('gradingtype', 'ABSOLUTE_POSITION'),
      ...key.order.map((id, at) => markdownText('answer', textOf.get(id) ?? '', files, ` fraction="${at + 1}"`)),
    ],
    losses: options.some(({ pinned }) => pinned) ? [leftOut('pinnedLeftOut', 'options')] : [],
  };
};

export const essay: BodyWriter = ({ key, details }, files) => {
  if (!isRubricKey(key)) return null;
  const limits = details !== undefined && 'minWords' in details ? details : { minWords: null, maxWords: null };
  return {
    kind: 'essay',
    elements: [
      element('responseformat', 'editor'),
      element('responserequired', 1),
      element('responsefieldlines', 15),
      element('minwordlimit', limits.minWords ?? ''),
      element('maxwordlimit', limits.maxWords ?? ''),
      element('attachments', 0),
      element('attachmentsrequired', 0),
      markdownText('graderinfo', key.modelAnswer ?? '', files),
    ],
    losses: hasOwnRubric(key) ? [leftOut('rubricLeftOut', 'key.rubric')] : [],
  };
};
