import { LOCALES } from '@lyceum/core/contract';
import { z } from 'zod';
import { DIFFICULTY, MAX_GAPS, OPTION_COUNT, TEXT_LIMITS } from '../../contract/index.ts';
import type { ExchangeQuestion } from '../exchange/item.ts';

const text = z.string().max(TEXT_LIMITS.stem);
const words = z.array(z.string().max(TEXT_LIMITS.option));

/**
 * What an AI provider may answer: flat, because models keep to flat shapes better, and without anything of the bank's own
 * (ids, status, points), so that it can propose and never decide.
 */
export const AiQuestion = z.object({
  /** Lines of the pasted text it was made from, counted from 1. */
  firstLine: z.number().int().min(1),
  lastLine: z.number().int().min(1),
  type: z.enum(['single-choice', 'multiple-choice', 'true-false', 'number', 'short-text', 'matching', 'ordering', 'long-text']),
  stem: text.min(1),
  /** Texts of the options; for ordering in the right order. */
  options: words.max(OPTION_COUNT.max).default([]),
  /** Places of the right options, counted from 0. True/false: 0 is true, 1 is false. */
  correct: z.array(z.number().int().min(0).max(OPTION_COUNT.max)).max(OPTION_COUNT.max).default([]),
  /** Short text: accepted answers. */
  accepted: words.max(MAX_GAPS).default([]),
  value: z.number().nullable().default(null),
  tolerance: z.number().min(0).nullable().default(null),
  unit: z.string().max(TEXT_LIMITS.unit).nullable().default(null),
  /** Matching: what belongs together. */
  pairs: z
    .array(z.object({ prompt: text, answer: text }))
    .max(OPTION_COUNT.max)
    .default([]),
  explanation: z.string().max(TEXT_LIMITS.explanation).nullable().default(null),
  language: z.enum(LOCALES).nullable().default(null),
  /** Path of a topic from the list it was given, or null. */
  topic: z.string().max(1_000).nullable().default(null),
  difficulty: z.number().int().min(DIFFICULTY.min).max(DIFFICULTY.max).nullable().default(null),
  /** Codes from the list it was given. */
  examTypes: z.array(z.string().max(TEXT_LIMITS.code)).max(10).default([]),
});
export type AiQuestion = z.output<typeof AiQuestion>;

export const AiAnswer = z.object({ questions: z.array(AiQuestion).max(200) });

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
const optionsOf = (texts: readonly string[]) => texts.slice(0, IDS.length).map((one, at) => ({ id: IDS[at] ?? 'a', text: one }));
const idsAt = (places: readonly number[]): string[] => places.flatMap((at) => IDS[at] ?? []);

/** Options, details and key of a proposal by its type; what is missing is left for the rules to name. */
function answerOf(question: AiQuestion): Pick<ExchangeQuestion, 'options' | 'details' | 'key'> {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return { options: optionsOf(question.options), key: { correct: idsAt(question.correct) } };
    case 'true-false':
      return { key: { correct: question.correct.slice(0, 1).map((at) => (at === 0 ? 'true' : 'false')) } };
    case 'number':
      return { key: { value: question.value ?? 0, tolerance: question.tolerance ?? 0 } };
    case 'short-text':
      return { key: { accepted: question.accepted, caseSensitive: false } };
    case 'matching': {
      const answers = [...new Set(question.pairs.map(({ answer }) => answer))];
      return {
        options: optionsOf(answers),
        details: { prompts: question.pairs.map(({ prompt }, at) => ({ id: String(at + 1), text: prompt })) },
        key: {
          pairs: Object.fromEntries(
            question.pairs.map(({ answer }, at) => [String(at + 1), IDS[answers.indexOf(answer)] ?? 'a']),
          ),
        },
      };
    }
    case 'ordering':
      return { options: optionsOf(question.options), key: { order: optionsOf(question.options).map(({ id }) => id) } };
    case 'long-text':
      return {
        details: { minWords: null, maxWords: null },
        key: { rubric: [{ id: '1', title: 'Content', description: '', weight: 1 }], modelAnswer: question.accepted[0] ?? null },
      };
  }
}

/** A proposal of the provider as a question on its way into the bank. */
export function toExchange(question: AiQuestion): ExchangeQuestion {
  // A number that the text does not give is asked for as a short text, where the missing answer is named.
  const type = question.type === 'number' && question.value === null ? 'short-text' : question.type;
  const { stem, explanation, language, difficulty, topic, examTypes, unit } = question;
  return {
    type,
    stem,
    ...answerOf({ ...question, type }),
    ...(unit !== null && type === 'number' ? { unit } : {}),
    ...(explanation === null ? {} : { explanation }),
    ...(language === null ? {} : { language }),
    ...(difficulty === null ? {} : { difficulty }),
    ...(topic === null ? {} : { topic }),
    ...(examTypes.length === 0 ? {} : { examTypes }),
  };
}
