import { isBlanksDetails, isBlanksKey } from '../../types/blanks.ts';
import type { ExchangeQuestion, Loss, Written } from '../item.ts';
import { approximated, fieldsLeftOut, leftOut } from '../losses.ts';
import { namesOwnMedia } from '../own-media.ts';
import { categoryOf } from '../topic-path.ts';
import { escaped } from './escapes.ts';
import {
  type Answers,
  answerText,
  choiceAnswers,
  essayAnswers,
  numberAnswersOf,
  pairAnswers,
  textAnswersOf,
  truthAnswers,
} from './write-answers.ts';

/** What GIFT has a place for; the topic is the category before a question. */
const CARRIED = new Set<keyof ExchangeQuestion>([
  'code',
  'type',
  'title',
  'stem',
  'options',
  'details',
  'key',
  'explanation',
  'tags',
  'topic',
]);

/** Answers with the text before and behind their braces. */
type Body = Answers & { readonly before: string; readonly after: string };

/** Spaces beside a gap come back; line breaks and several spaces do not. */
const isPlainSpace = (before: string, after: string): boolean =>
  !/(?:[\n\t]| {2})\s*$/.test(before) && !/^\s*(?:[\n\t]| {2})/.test(after);

/** One gap stands where its answers are; GIFT has no second one. */
function blanks({ key, details, stem }: ExchangeQuestion): Body | null {
  if (!isBlanksKey(key) || !isBlanksDetails(details)) return null;
  const [gap, ...more] = details.gaps;
  const gapKey = gap === undefined ? undefined : key.gaps[gap.id];
  if (gap === undefined || gapKey === undefined || more.length > 0) return null;
  const [before = '', after = '', ...rest] = stem.split(`[[${gap.id}]]`);
  if (rest.length > 0) return null;
  const isChoice = 'correct' in gapKey;
  const answers = isChoice
    ? choiceAnswers({ key: gapKey, options: gap.options }, true)
    : (textAnswersOf(gapKey) ?? numberAnswersOf(gapKey));
  if (answers === null) return null;
  const follows = isChoice ? after.trim() !== '' : /[\p{L}\p{N}]/u.test(after);
  const isExact = follows && gap.id === '1' && isPlainSpace(before, after);
  const as = isChoice ? 'single-choice' : 'accepted' in gapKey ? 'short-text' : 'number';
  const changed = isExact ? [] : ['type', 'stem', 'options', 'details', 'key'];
  return {
    before,
    text: answers.text,
    after,
    losses: [
      ...answers.losses.map((loss) => ({ ...loss, field: loss.field === 'options' ? 'details' : 'key' })),
      ...changed.map((field) => approximated('typeApproximated', field, { as })),
    ],
  };
}

function answersOf(question: ExchangeQuestion): Answers | null {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return choiceAnswers(question, question.type === 'single-choice');
    case 'true-false':
      return truthAnswers(question);
    case 'short-text':
      return 'accepted' in question.key ? textAnswersOf(question.key) : null;
    case 'number':
      return 'tolerance' in question.key ? numberAnswersOf(question.key) : null;
    case 'matching':
      return pairAnswers(question);
    case 'long-text':
      return essayAnswers(question);
    default:
      return null;
  }
}

function bodyOf(question: ExchangeQuestion): Body | null {
  if (question.type === 'blanks') return blanks(question);
  const answers = answersOf(question);
  return answers && { ...answers, before: question.stem, after: '' };
}

const inComment = (text: string): string => text.replace(/[\\\]]/g, '\\$&');

/** The first line is as Moodle's own exports have it: readers know its order of feedback by it. */
const comments = ({ code = '', title, tags = [] }: ExchangeQuestion): string[] => [
  `// question: ${code.replace(/\s/g, '') || '0'}  name: ${title ?? code}`.trimEnd(),
  ...(code ? [`// [id:${inComment(code)}]`] : []),
  ...(tags.length > 0 ? [`// ${tags.map((tag) => `[tag:${inComment(tag)}]`).join(' ')}`] : []),
];

const mediaLost = (question: ExchangeQuestion): Loss[] =>
  namesOwnMedia(question) ? [approximated('mediaByAddress', 'stem')] : [];

/** A question as GIFT in the format `[markdown]`, with its category before it and a blank line behind it. */
export function writeGift(question: ExchangeQuestion): Written {
  const body = bodyOf(question);
  if (body === null) return { text: null, losses: [leftOut('typeLeftOut', 'type', { type: question.type })] };
  const { title, topic, explanation } = question;
  const general = explanation ? `####${answerText(explanation)}` : '';
  const head = `${title ? `::${escaped(title)}::` : ''}[markdown]`;
  const text = [
    `$CATEGORY: ${categoryOf(topic)}`,
    '',
    ...comments(question),
    `${head}${escaped(body.before)}{${body.text}${general}}${escaped(body.after)}`,
    '',
    '',
  ].join('\n');
  return { text, losses: [...body.losses, ...fieldsLeftOut(question, CARRIED), ...mediaLost(question)] };
}
