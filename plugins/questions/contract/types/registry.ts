import { z } from 'zod';
import { audioAnswerShape } from './audio-answer.ts';
import { blanksShape } from './blanks.ts';
import { choiceShape } from './choice.ts';
import { longTextShape } from './long-text.ts';
import { matchingShape } from './matching.ts';
import { numberShape } from './number.ts';
import { NoDetails } from './option.ts';
import { orderingShape } from './ordering.ts';
import { shortTextShape } from './short-text.ts';

/** Question types, in the order they are offered. A further type: a file here and in every other `types` folder, and its line. */
export const QUESTION_TYPES = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'number',
  'short-text',
  'blanks',
  'matching',
  'ordering',
  'long-text',
  'audio-answer',
] as const;
export const QuestionType = z.enum(QUESTION_TYPES);
export type QuestionType = z.output<typeof QuestionType>;

/** What each type stores beside stem and options, what is right, and what a learner gives. */
export const TYPE_SHAPES = {
  'single-choice': choiceShape,
  'multiple-choice': choiceShape,
  'true-false': choiceShape,
  number: numberShape,
  'short-text': shortTextShape,
  blanks: blanksShape,
  matching: matchingShape,
  ordering: orderingShape,
  'long-text': longTextShape,
  'audio-answer': audioAnswerShape,
} as const satisfies Record<QuestionType, { details: z.ZodType; key: z.ZodType; response: z.ZodType }>;

const { blanks, matching, ordering, number } = TYPE_SHAPES;
const longText = TYPE_SHAPES['long-text'];
const shortText = TYPE_SHAPES['short-text'];
const audioAnswer = TYPE_SHAPES['audio-answer'];

/** Beside stem and options, what the type needs: gaps, prompts, limits. Learners may see all of it. */
export const Details = z.union([NoDetails, blanks.details, matching.details, longText.details, audioAnswer.details]);
export type Details = z.output<typeof Details>;

/** What is right. Never sent to a learner before the review rules allow it. */
export const Key = z.union([choiceShape.key, number.key, shortText.key, blanks.key, matching.key, ordering.key, longText.key]);
export type Key = z.output<typeof Key>;

/** What a learner gave; null when cleared. */
export const Response = z
  .union([
    choiceShape.response,
    number.response,
    shortText.response,
    blanks.response,
    matching.response,
    ordering.response,
    longText.response,
    audioAnswer.response,
  ])
  .nullable();
export type Response = z.output<typeof Response>;

/** Types whose answer is picked from options. */
export const CHOICE_TYPES = ['single-choice', 'multiple-choice', 'true-false'] as const;
/** Types whose options the author writes; true/false has the two fixed ids below. */
export const OPTION_TYPES = ['single-choice', 'multiple-choice', 'matching', 'ordering'] as const;
/** Types that a person marks. */
export const MARKED_TYPES = ['long-text', 'audio-answer'] as const;
export const TRUE_FALSE_IDS = ['true', 'false'] as const;
