import type { DocumentId } from '@lyceum/core/contract';
import fc from 'fast-check';
import { type GapKey, OPTION_IDS, type QuestionInput, type QuestionType, TRUE_FALSE_IDS } from '../../contract/index.ts';
import { normalise } from '../question/normalise.ts';
import { rulesOf } from '../types/registry.ts';
import type { Answer } from '../types/type.ts';
import { SAMPLE_TOPIC } from './sample.ts';
import { markdownLine, markdownText, plainLine } from './text.ts';

/** Ids and names that generated questions may point to besides `SAMPLE_TOPIC`. */
export const SAMPLE_NAMES = {
  topics: {
    [SAMPLE_TOPIC]: 'Mathematics / Algebra',
    topic0000000000000000001: 'Mathematics / Geometry',
    topic0000000000000000002: 'علوم / Fizik | ışık',
  },
  examTypes: { exam00000000000000000001: 'TYT', exam00000000000000000002: 'AYT' },
  skills: { skill0000000000000000001: 'Reading', skill0000000000000000002: 'Çıkarım; yorum' },
} as const;

/** Shares as files write them: percents with at most five decimals. */
const share = fc.constantFrom(1, 0.9, 0.8333333, 0.75, 0.6666667, 0.5, 0.3333333, 0.25, 0.1428571, 0.1, 0.05);
const anyShare = fc.oneof(
  share,
  share.map((value) => -value),
  fc.constant(0),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 });
const without = <Fields extends Record<string, unknown>>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;

const cleanly = (text: string) => text.normalize('NFC').trim();
const texts = (minLength: number, maxLength: number, text = markdownLine) =>
  fc.uniqueArray(text, { minLength, maxLength, selector: cleanly });

const options = (minLength = 2, maxLength = 6) =>
  fc.tuple(texts(minLength, maxLength), fc.boolean()).map(([list, isLastPinned]) =>
    list.map((text, at) => ({
      id: OPTION_IDS[at] ?? 'a',
      text,
      ...(isLastPinned && at === list.length - 1 ? { pinned: true } : {}),
    })),
  );
const feedbackOf = (ids: readonly string[]) =>
  maybe(fc.dictionary(fc.constantFrom(...ids), markdownText, { maxKeys: ids.length }));

/** Shares that say the same as the marks: the right one earns all, others a part or a loss. */
function singleKey(ids: readonly string[]): fc.Arbitrary<Answer['key']> {
  const others = fc.array(
    anyShare.filter((value) => value < 1),
    { minLength: ids.length, maxLength: ids.length },
  );
  return fc.tuple(fc.constantFrom(...ids), maybe(others), feedbackOf(ids)).map(([right, rest, feedback]) => ({
    correct: [right],
    ...without({
      shares: rest && Object.fromEntries(ids.map((id, at) => [id, id === right ? 1 : (rest[at] ?? 0)])),
      feedback,
    }),
  }));
}

/** Right options share all points, the others take some away. */
function multipleKey(ids: readonly string[]): fc.Arbitrary<Answer['key']> {
  const losses = fc.array(fc.constantFrom(0, -0.5, -0.25, -1), { minLength: ids.length, maxLength: ids.length });
  return fc.tuple(fc.subarray([...ids], { minLength: 1 }), maybe(losses), feedbackOf(ids)).map(([correct, rest, feedback]) => ({
    correct,
    ...without({
      shares: rest && Object.fromEntries(ids.map((id, at) => [id, correct.includes(id) ? 1 / correct.length : (rest[at] ?? 0)])),
      feedback,
    }),
  }));
}

const decimal = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100);
const tolerance = fc.constantFrom(0, 0.01, 0.5, 2);
const numberKey = fc
  .tuple(decimal, tolerance, maybe(fc.array(fc.tuple(decimal, tolerance, anyShare, maybe(markdownText)), { maxLength: 3 })))
  .map(([value, within, more]) => ({
    value,
    tolerance: within,
    ...without({
      alternatives: more
        ?.filter(([other, wide]) => Math.abs(other - value) > within + wide)
        .map(([other, wide, earned, feedback]) => ({ value: other, tolerance: wide, share: earned, ...without({ feedback }) })),
    }),
  }));
const textKey = fc
  .tuple(
    texts(1, 5, plainLine),
    fc.nat(4),
    fc.boolean(),
    fc.array(fc.tuple(anyShare, maybe(markdownText)), { minLength: 5, maxLength: 5 }),
  )
  .map(([list, cut, caseSensitive, extras]) => {
    const folded = new Set<string>();
    const distinct = list.filter((text) => {
      const key = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
      return folded.has(key) ? false : folded.add(key);
    });
    const accepted = distinct.slice(0, Math.max(1, cut));
    const alternatives = distinct.slice(Math.max(1, cut)).flatMap((text, at) => {
      const [earned = 0, feedback] = extras[at] ?? [];
      return [{ text, share: earned, ...without({ feedback }) }];
    });
    return { accepted, caseSensitive, ...(alternatives.length > 0 ? { alternatives } : {}) };
  });

const gapKey = fc.oneof(
  numberKey.map((key) => ({ kind: 'number' as const, key: key as GapKey, options: undefined })),
  textKey.map((key) => ({ kind: 'text' as const, key: key as GapKey, options: undefined })),
  options(2, 4).chain((list) =>
    fc
      .subarray(
        list.map(({ id }) => String(id)),
        { minLength: 1, maxLength: 2 },
      )
      .map((correct) => ({ kind: 'choice' as const, key: { correct } as GapKey, options: list })),
  ),
);
const blanks = fc.array(gapKey, { minLength: 1, maxLength: 4 }).map((gaps) => ({
  options: [],
  details: {
    gaps: gaps.map(({ kind, options: list }, at) => ({ id: String(at + 1), kind, ...(list ? { options: list } : {}) })),
  },
  key: { gaps: Object.fromEntries(gaps.map(({ key }, at) => [String(at + 1), key])) },
}));

const matching = fc
  .tuple(texts(2, 6), texts(2, 6))
  .chain(([prompts, answers]) =>
    fc.tuple(
      fc.constant(prompts),
      fc.constant(answers),
      fc.array(fc.nat(answers.length - 1), { minLength: prompts.length, maxLength: prompts.length }),
    ),
  )
  .map(([prompts, answers, pairs]) => ({
    options: answers.map((text, at) => ({ id: OPTION_IDS[at] ?? 'a', text })),
    details: { prompts: prompts.map((text, at) => ({ id: String(at + 1), text })) },
    key: { pairs: Object.fromEntries(pairs.map((option, at) => [String(at + 1), OPTION_IDS[option] ?? 'a'])) },
  }));

const rubric = fc
  .tuple(
    fc.array(fc.tuple(plainLine, fc.oneof(fc.constant(''), markdownText), fc.constantFrom(1, 2, 0.5, 33.3)), {
      minLength: 1,
      maxLength: 4,
    }),
    orNull(markdownText),
  )
  .map(([criteria, modelAnswer]) => ({
    rubric: criteria.map(([title, description, weight], at) => ({ id: String(at + 1), title, description, weight })),
    modelAnswer,
  }));
const words = orNull(fc.integer({ min: 1, max: 500 }));

const ANSWERS: Record<QuestionType, fc.Arbitrary<Answer>> = {
  'single-choice': options().chain((list) =>
    singleKey(list.map(({ id }) => id)).map((key) => ({ options: list, details: {}, key })),
  ),
  'multiple-choice': options().chain((list) =>
    multipleKey(list.map(({ id }) => id)).map((key) => ({ options: list, details: {}, key })),
  ),
  'true-false': singleKey(TRUE_FALSE_IDS).map((key) => ({ options: [], details: {}, key })),
  number: numberKey.map((key) => ({ options: [], details: {}, key })),
  'short-text': textKey.map((key) => ({ options: [], details: {}, key })),
  blanks,
  matching,
  ordering: texts(2, 6).map((list) => ({
    options: list.map((text, at) => ({ id: OPTION_IDS[at] ?? 'a', text })),
    details: {},
    key: { order: list.map((_, at) => OPTION_IDS[at] ?? 'a') },
  })),
  'long-text': fc.tuple(rubric, words, words).map(([key, min, max]) => ({
    options: [],
    details: { minWords: min, maxWords: min === null || max === null ? max : Math.max(min, max) },
    key,
  })),
  'audio-answer': fc
    .tuple(rubric, fc.integer({ min: 5, max: 900 }))
    .map(([key, maxSec]) => ({ options: [], details: { maxSec }, key })),
};

const picked = (ids: readonly string[]) => fc.subarray([...ids]).map((list) => list as DocumentId[]);
const { topics, examTypes, skills } = SAMPLE_NAMES;

/** What questions of every type have besides their answer. */
const common = fc.record({
  code: plainLine.map((text) => text.slice(0, 20).toWellFormed()).filter((text) => cleanly(text) !== ''),
  title: orNull(plainLine),
  stem: markdownText,
  explanation: orNull(markdownText),
  solution: orNull(markdownText),
  hints: fc.array(markdownText, { maxLength: 3 }),
  points: fc.constantFrom(0, 0.5, 1, 2.25, 100),
  difficulty: fc.integer({ min: 1, max: 10 }),
  furtherTopics: picked(Object.keys(topics).filter((id) => id !== SAMPLE_TOPIC)),
  examTypes: picked(Object.keys(examTypes)),
  skill: orNull(fc.constantFrom(...(Object.keys(skills) as DocumentId[]))),
  irt: orNull(fc.constantFrom({ a: 1.2, b: -0.5, c: 0.2 }, { a: 1, b: 0, c: 0 })),
  tags: fc.uniqueArray(
    plainLine.map((text) => text.replace(/[|,;]/g, ' ')),
    { maxLength: 3 },
  ),
  language: fc.constantFrom('en', 'tr', 'ar'),
  estimatedSec: orNull(fc.integer({ min: 1, max: 7_200 })),
  source: orNull(plainLine),
  licence: orNull(fc.constantFrom('CC BY 4.0', 'CC0 1.0', '© Yayınevi; all rights')),
});

const withGaps = (stem: string, details: Answer['details']) =>
  'gaps' in details ? `${stem} ${details.gaps.map(({ id }) => `[[${id}]]`).join(' and ')}` : stem;

/**
 * Valid questions of a type in their stored form, with everything files may carry: formulas, emoji, three scripts, the special
 * signs of GIFT, XML and CSV, tags, shares, feedback, alternatives, names. Nothing the rules say about them is an error.
 */
export const anyQuestion = (type: QuestionType): fc.Arbitrary<QuestionInput & { code: string }> =>
  fc
    .tuple(common, ANSWERS[type], orNull(plainLine))
    .map(([fields, answer, unit]) => {
      const stem = withGaps(fields.stem, answer.details);
      const made = normalise({ ...fields, ...answer, type, stem, topic: SAMPLE_TOPIC, unit: type === 'number' ? unit : null });
      return { ...made, code: made.code ?? 'x' };
    })
    .filter((question) =>
      rulesOf(type)
        .validate(question)
        .every(({ level }) => level === 'warning'),
    );
