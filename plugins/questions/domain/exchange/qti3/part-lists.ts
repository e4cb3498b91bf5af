import type {
  BlanksDetails,
  BlanksKey,
  Gap,
  GapKey,
  MatchingDetails,
  MatchingKey,
  OrderingKey,
  RubricKey,
} from '../../../contract/index.ts';
import { approximated } from '../losses.ts';
import { xmlText } from '../package/xml-text.ts';
import { decimal } from './declare.ts';
import { addMapped, choiceText, matchCorrect, type Parts, typedParts } from './parts.ts';
import { qti, type Writing } from './writing.ts';

const promptId = (id: string): string => `P${id}`;

/** Prompts on one side, options on the other; each right pair earns an equal part. */
export function matchingParts(writing: Writing, key: MatchingKey, details: MatchingDetails, points: number): Parts {
  const options = writing.question.options ?? [];
  const pairs = details.prompts.flatMap(({ id }) => (key.pairs[id] === undefined ? [] : [`${promptId(id)} ${key.pairs[id]}`]));
  const each = decimal((points > 0 ? points : 1) / Math.max(1, pairs.length));
  const prompts = details.prompts.map(({ id, text }, at) =>
    qti(
      'simple-associable-choice',
      { identifier: promptId(id), 'match-max': 1 },
      choiceText(writing, text, `details.prompts.${at}.text`),
    ),
  );
  const answers = options.map(({ id, text }, at) =>
    qti('simple-associable-choice', { identifier: id, 'match-max': 0 }, choiceText(writing, text, `options.${at}.text`)),
  );
  return {
    declarations: [
      {
        id: 'RESPONSE',
        cardinality: 'multiple',
        baseType: 'directedPair',
        correct: pairs,
        mapping: { entries: pairs.map((pair) => ({ key: pair, value: each })), lower: 0 },
      },
    ],
    answer: qti(
      'match-interaction',
      { 'response-identifier': 'RESPONSE', shuffle: 'true', 'max-associations': details.prompts.length },
      [qti('simple-match-set', {}, prompts), qti('simple-match-set', {}, answers)],
    ),
    processing: [addMapped('RESPONSE')],
    feedback: [],
  };
}

/** Options to bring into order. QTI knows right and wrong here, no parts of the points. */
export function orderingParts(writing: Writing, key: OrderingKey, points: number): Parts {
  const choices = (writing.question.options ?? []).map(({ id, text }, at) =>
    qti('simple-choice', { identifier: id }, choiceText(writing, text, `options.${at}.text`)),
  );
  writing.losses.push(approximated('qtiOrderShare', 'key'));
  return {
    declarations: [{ id: 'RESPONSE', cardinality: 'ordered', baseType: 'identifier', correct: key.order }],
    answer: qti('order-interaction', { 'response-identifier': 'RESPONSE', shuffle: 'true' }, choices),
    processing: [matchCorrect('RESPONSE', points)],
    feedback: [],
  };
}

const gapId = (id: string): string => `GAP_${id}`;

function gapParts(
  writing: Writing,
  gap: Gap,
  key: GapKey,
  points: number,
  at: number,
): Omit<Parts, 'answer' | 'gaps'> & { markup: string } {
  const id = gapId(gap.id);
  if (!('correct' in key)) {
    const kind = 'tolerance' in key ? 10 : Math.min(50, Math.max(5, ...key.accepted.map((text) => text.length)));
    return {
      ...typedParts(id, key, points, `key.gaps.${gap.id}`),
      markup: qti('text-entry-interaction', { 'response-identifier': id, 'expected-length': kind }),
    };
  }
  const choices = (gap.options ?? []).map((option, place) =>
    qti(
      'inline-choice',
      { identifier: option.id, fixed: option.pinned ? 'true' : undefined },
      choiceText(writing, option.text, `details.gaps.${at}.options.${place}.text`),
    ),
  );
  const entries = key.correct.map((option) => ({ key: option, value: decimal(points) }));
  return {
    declarations: [{ id, cardinality: 'single', baseType: 'identifier', correct: key.correct, mapping: { entries } }],
    processing: [addMapped(id)],
    feedback: [],
    markup: qti('inline-choice-interaction', { 'response-identifier': id, shuffle: 'true' }, choices),
  };
}

/** Gaps in the stem, each with a response of its own and an equal part of the points. */
export function blanksParts(writing: Writing, key: BlanksKey, details: BlanksDetails, points: number): Parts {
  const each = (points > 0 ? points : 1) / Math.max(1, details.gaps.length);
  const parts = details.gaps.flatMap((gap, at) => {
    const own = key.gaps[gap.id];
    return own === undefined ? [] : [{ id: gap.id, ...gapParts(writing, gap, own, each, at) }];
  });
  return {
    declarations: parts.flatMap(({ declarations }) => declarations),
    answer: '',
    gaps: new Map(parts.map(({ id, markup }) => [id, markup])),
    processing: parts.flatMap(({ processing }) => processing),
    feedback: parts.flatMap(({ feedback }) => feedback),
  };
}

/** Marked by hand: a field for text or a recording, and for markers the rubric and an answer that would earn everything. */
export function markedParts(writing: Writing, key: RubricKey): Parts {
  const { type, details = {} } = writing.question;
  const isAudio = type === 'audio-answer';
  const blocks = key.rubric.map(({ title, description, weight }, at) =>
    qti(
      'rubric-block',
      {
        view: 'scorer',
        use: 'scoring',
        'data-role': 'criterion',
        'data-title': title,
        'data-weight': weight,
        'data-description': description === '' ? 'none' : undefined,
      },
      description === '' ? `<p>${xmlText(title)}</p>` : writing.text(description, `key.rubric.${at}.description`),
    ),
  );
  const model =
    key.modelAnswer === null
      ? []
      : [
          qti(
            'rubric-block',
            { view: 'scorer', use: 'scoring', 'data-role': 'model-answer' },
            writing.text(key.modelAnswer, 'key.modelAnswer'),
          ),
        ];
  const limits = 'minWords' in details ? { 'data-min-words': details.minWords, 'data-max-words': details.maxWords } : {};
  const answer = isAudio
    ? qti('upload-interaction', {
        'response-identifier': 'RESPONSE',
        type: 'audio/*',
        'data-max-sec': 'maxSec' in details ? details.maxSec : undefined,
      })
    : qti('extended-text-interaction', { 'response-identifier': 'RESPONSE', 'expected-lines': 10, ...limits });
  if ('minWords' in details && (details.minWords !== null || details.maxWords !== null)) {
    writing.losses.push(approximated('qtiWords', 'details'));
  }
  return {
    declarations: [{ id: 'RESPONSE', cardinality: 'single', baseType: isAudio ? 'file' : 'string', correct: [] }],
    answer,
    processing: [],
    feedback: [],
    blocks: [...blocks, ...model],
  };
}
