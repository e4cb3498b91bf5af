import type { QuestionType } from '../../../contract/index.ts';
import type { ExchangeQuestion, Written } from '../item.ts';
import { approximated, fieldsLeftOut, leftOut } from '../losses.ts';
import { textsOf } from '../own-media.ts';
import { categoryOf } from '../topic-path.ts';
import { fallbackName } from './name.ts';
import { type BodyWriter, choice, essay, matching, number, ordering, shortText, trueFalse } from './write-answers.ts';
import { blanks } from './write-cloze.ts';
import { element, markdownText, plainText, type ShownFiles, shownAddresses } from './xml-text.ts';

/** How each type is written; null where Moodle has nothing for it. */
const WRITERS: Readonly<Record<QuestionType, BodyWriter | null>> = {
  'single-choice': choice,
  'multiple-choice': choice,
  'true-false': trueFalse,
  number,
  'short-text': shortText,
  blanks,
  matching,
  ordering,
  'long-text': essay,
  'audio-answer': null,
};

const CARRIED = new Set<keyof ExchangeQuestion>([
  'code',
  'type',
  'title',
  'stem',
  'options',
  'details',
  'key',
  'explanation',
  'hints',
  'points',
  'tags',
  'topic',
]);

/** What stands before the first question and behind the last. */
export const MOODLE_FRAME = { head: '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n', between: '', tail: '</quiz>\n' } as const;

/** Addresses of the images and recordings of a question: what an export loads before it writes. */
export const moodleAddresses = (question: ExchangeQuestion): string[] => shownAddresses(textsOf(question));

const category = (topic: string | undefined): string =>
  `<question type="category">${plainText('category', categoryOf(topic))}</question>\n`;

/**
 * A question as Moodle XML in the format `markdown`, with its category before it.
 * @param files images and recordings by their address in Markdown; those that are not there stay addresses and are named as losses
 */
export function writeMoodleXml(question: ExchangeQuestion, files: ShownFiles = new Map()): Written {
  const body = WRITERS[question.type]?.(question, files) ?? null;
  if (body === null) return { text: null, losses: [leftOut('typeLeftOut', 'type', { type: question.type })] };
  const { code, title, points = 1, explanation, hints = [], tags = [] } = question;
  const stem = body.stem ?? question.stem;
  const lines = [
    plainText('name', title || fallbackName({ code, stem })),
    markdownText('questiontext', stem, files),
    markdownText('generalfeedback', explanation ?? '', files),
    element('defaultgrade', points),
    ...(code ? [element('idnumber', code)] : []),
    ...body.elements,
    ...hints.map((hint) => markdownText('hint', hint, files)),
    ...(tags.length > 0 ? [`<tags>${tags.map((tag) => plainText('tag', tag)).join('')}</tags>`] : []),
  ];
  const carried = question.type === 'number' ? new Set([...CARRIED, 'unit' as const]) : CARRIED;
  const isFileMissing = moodleAddresses(question).some((address) => !files.has(address));
  return {
    text: `${category(question.topic)}<question type="${body.kind}">\n${lines.map((line) => `  ${line}\n`).join('')}</question>\n`,
    losses: [
      ...body.losses,
      ...fieldsLeftOut(question, carried),
      // A title that says no more than the name Moodle gives by itself.
      ...(title && title === fallbackName({ code, stem }) ? [leftOut('fieldLeftOut', 'title')] : []),
      ...(isFileMissing ? [approximated('mediaByAddress', 'stem')] : []),
    ],
  };
}
