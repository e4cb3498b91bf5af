import type { ChoiceKey, NumberKey, Option, TextKey } from '../../../contract/index.ts';
import { numberAnswers, optionAnswers, textAnswers } from '../answers.ts';
import { xmlText } from '../package/xml-text.ts';
import { addScore, baseValue, condition, type Declaration, decimal, setScore, show, variable } from './declare.ts';
import { qti, type Writing } from './writing.ts';

/** What one type of question puts into an item. */
export type Parts = {
  readonly declarations: readonly Declaration[];
  /** Markup of the interaction below the stem; empty where it stands inside the stem. */
  readonly answer: string;
  /** Interactions that stand in the stem, by the number of their gap. */
  readonly gaps?: ReadonlyMap<string, string>;
  readonly processing: readonly string[];
  /** Feedback by identifier. */
  readonly feedback: readonly { readonly identifier: string; readonly text: string; readonly field: string }[];
  /** Blocks for markers only. */
  readonly blocks?: readonly string[];
};

/** The text of a choice, with its Markdown. */
export const choiceText = (writing: Writing, text: string, field: string): string =>
  writing.text(text, field, { tag: 'span', inline: true });

/** SCORE = all points for the right response. */
export const matchCorrect = (response: string, points: number): string =>
  condition([
    {
      test: qti('match', {}, [variable(response), qti('correct', { identifier: response })]),
      effects: [setScore(baseValue('float', points))],
    },
  ]);

/** SCORE grows by what the mapping gives. */
export const addMapped = (response: string): string =>
  setScore(qti('sum', {}, [variable('SCORE'), qti('map-response', { identifier: response })]));

const TRUE_FALSE = { en: ['True', 'False'], tr: ['Doğru', 'Yanlış'], ar: ['صح', 'خطأ'] } as const;

/** The options of a choice question; true/false has its two fixed ones in the language of the question. */
function optionsOf({ question }: Writing): readonly Option[] | readonly { id: string; text: string; pinned?: boolean }[] {
  if (question.type !== 'true-false') return question.options ?? [];
  const [yes, no] = TRUE_FALSE[question.language ?? 'en'];
  return [
    { id: 'true', text: yes },
    { id: 'false', text: no },
  ];
}

/** One or several of some options. */
export function choiceParts(writing: Writing, key: ChoiceKey, points: number): Parts {
  const several = writing.question.type === 'multiple-choice';
  const options = optionsOf(writing);
  const isMapped = several || key.shares !== undefined;
  const scale = points > 0 ? points : 1;
  const answers = optionAnswers(options as readonly Option[], key, !several);
  const entries = options
    .map(({ id }, at) => ({ key: id, value: decimal((answers[at]?.share ?? 0) * scale) }))
    .filter(({ value }) => value !== 0);
  const choices = options.map(({ id, text, pinned }, at) =>
    qti(
      'simple-choice',
      { identifier: id, fixed: pinned ? 'true' : undefined },
      writing.question.type === 'true-false' ? xmlText(text) : choiceText(writing, text, `options.${at}.text`),
    ),
  );
  const feedback = Object.entries(key.feedback ?? {}).map(([id, text]) => ({
    identifier: id,
    text,
    field: `key.feedback.${id}`,
  }));
  const follow =
    feedback.length === 0
      ? ''
      : qti('set-outcome-value', { identifier: 'FEEDBACK' }, qti('multiple', {}, [variable('FEEDBACK'), variable('RESPONSE')]));
  return {
    declarations: [
      {
        id: 'RESPONSE',
        cardinality: several ? 'multiple' : 'single',
        baseType: 'identifier',
        correct: key.correct,
        ...(isMapped ? { mapping: { entries, lower: 0, upper: scale } } : {}),
      },
    ],
    answer: qti(
      'choice-interaction',
      {
        'response-identifier': 'RESPONSE',
        shuffle: writing.question.type === 'true-false' ? 'false' : 'true',
        'max-choices': several ? 0 : 1,
        'min-choices': 0,
      },
      choices,
    ),
    processing: [isMapped ? addMapped('RESPONSE') : matchCorrect('RESPONSE', points), follow],
    feedback,
  };
}

/** Declaration, processing and feedback of a typed answer. @param points what all of this answer is worth */
export function typedParts(
  id: string,
  key: TextKey | NumberKey,
  points: number,
  field: string,
): Pick<Parts, 'declarations' | 'processing' | 'feedback'> {
  return 'tolerance' in key ? numberParts(id, key, points, field) : textParts(id, key, points, field);
}

const feedbackId = (id: string, at: number): string => `${id}_${at + 1}`;

function textParts(
  id: string,
  key: TextKey,
  points: number,
  field: string,
): Pick<Parts, 'declarations' | 'processing' | 'feedback'> {
  const answers = textAnswers(key);
  const entries = answers.map(({ text, share }) => ({
    key: text,
    value: decimal(share * points),
    caseSensitive: key.caseSensitive,
  }));
  const said = answers.flatMap(({ text, feedback }, at) => (feedback ? [{ text, feedback, at }] : []));
  const branches = said.map(({ text, at }) => ({
    test: qti('string-match', { 'case-sensitive': String(key.caseSensitive) }, [variable(id), baseValue('string', text)]),
    effects: [show(feedbackId(id, at))],
  }));
  return {
    declarations: [{ id, cardinality: 'single', baseType: 'string', correct: key.accepted.slice(0, 1), mapping: { entries } }],
    processing: [addMapped(id), condition(branches)],
    feedback: said.map(({ feedback, at }) => ({
      identifier: feedbackId(id, at),
      text: feedback,
      field: `${field}.alternatives.${at}.feedback`,
    })),
  };
}

function numberParts(
  id: string,
  key: NumberKey,
  points: number,
  field: string,
): Pick<Parts, 'declarations' | 'processing' | 'feedback'> {
  const answers = numberAnswers(key);
  const branches = answers.map(({ value, tolerance, share, feedback }, at) => ({
    test: qti(
      'equal',
      tolerance > 0 ? { 'tolerance-mode': 'absolute', tolerance: `${tolerance} ${tolerance}` } : { 'tolerance-mode': 'exact' },
      [variable(id), baseValue('float', value)],
    ),
    effects: [addScore(decimal(share * points)), ...(feedback ? [show(feedbackId(id, at))] : [])],
  }));
  return {
    declarations: [{ id, cardinality: 'single', baseType: 'float', correct: [String(key.value)] }],
    processing: [condition(branches)],
    feedback: answers.flatMap(({ feedback }, at) =>
      feedback ? [{ identifier: feedbackId(id, at), text: feedback, field: `${field}.alternatives.${at}.feedback` }] : [],
    ),
  };
}
