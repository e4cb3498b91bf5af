import { CHOICE_TYPES, type QuestionType, TEXT_LIMITS } from '../../../contract/index.ts';
import { readDifficulty, readType } from '../../import/words.ts';
import { parseNumber } from '../../text/numbers.ts';
import { error, warning } from '../../types/messages.ts';
import { asOptions, choiceKey } from '../answers.ts';
import type { ExchangeItem, ExchangeQuestion } from '../item.ts';
import { type ItemDraft, itemDraft } from '../item-draft.ts';
import { acceptedTexts, namedOptions, numberOf, truthOf } from './answer.ts';
import type { PlainBlock } from './blocks.ts';
import type { LabelField } from './labels.ts';

type Body = Pick<ExchangeQuestion, 'type' | 'key'> & Partial<ExchangeQuestion>;
const short = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 120);

const POINTS = /[([](\d{1,3}(?:[.,]\d{1,2})?)\s{0,3}(?:points?|pts?|marks?|puan|نقاط|نقطة|درجات|درجة)[)\]]\s*$/iu;
/** `(T/F)`, `(Doğru/Yanlış)`, `True or false:`: a statement is asked about. */
const STATEMENT =
  /[([](?:t\s?\/\s?f|true\s?\/\s?false|d\s?\/\s?y|doğru\s?\/\s?yanlış|صح\s?\/\s?خطأ)[)\]]|^(?:true or false|doğru mu yanlış mı|صح أم خطأ)\s*[:?؟]\s*/iu;
/** `(True)` at the end of a statement answers it. */
const ANSWERED = /[([](true|false|t|f|doğru|yanlış|d|y|صح|خطأ|صواب)[)\]]\s*$/iu;
const GAP = /_{3,}|\.{5,}|…{2,}/g;

const choices = ({ options }: PlainBlock, answer: string | null, draft: ItemDraft): Body => {
  const marked = options.flatMap(({ isMarked }, at) => (isMarked ? [at] : []));
  const named = answer === null ? [] : namedOptions(answer, options);
  if (answer !== null && named.length === 0) draft.tell(warning('plainAnswerUnknown', 'key', { text: short(answer) }));
  else if (answer === null && marked.length === 0) draft.tell(warning('plainNoAnswer', 'key'));
  const right = named.length > 0 ? named : marked;
  const truths = options.map(({ text }) => truthOf(text));
  if (options.length === 2 && truths.includes(true) && truths.includes(false)) {
    return { type: 'true-false', options: [], key: { correct: right.map((at) => String(truths[at])) } };
  }
  const answers = options.map(({ text }, at) => ({
    text,
    share: right.includes(at) ? 1 / Math.max(1, right.length) : 0,
    feedback: null,
  }));
  const { options: listed, messages } = asOptions(options.map(({ text }) => ({ text })));
  draft.tell(...messages);
  if (right.length <= 1) return { type: 'single-choice', options: listed, key: choiceKey(answers, true) };
  return { type: 'multiple-choice', options: listed, key: { correct: right.map((at) => listed[at]?.id ?? '') } };
};

const essay = { rubric: [], modelAnswer: null };

/** Gaps of a sentence with one answer each, in their order. */
function gaps(stem: string, answer: string): Body | null {
  const places = stem.match(GAP)?.length ?? 0;
  if (places === 0) return null;
  const answers = places === 1 ? [answer] : answer.split(/\s*[;؛]\s*|\s*[,،]\s*(?=\S)/u);
  if (answers.length !== places || answers.some((one) => one.trim() === '')) return null;
  let at = 0;
  const marked = stem.replace(GAP, () => {
    at += 1;
    return `[[${at}]]`;
  });
  const ids = answers.map((_, place) => String(place + 1));
  return {
    type: 'blanks',
    stem: marked,
    details: { gaps: ids.map((id) => ({ id, kind: 'text' })) },
    key: {
      gaps: Object.fromEntries(
        ids.map((id, place) => [id, { accepted: acceptedTexts(answers[place] ?? ''), caseSensitive: false }]),
      ),
    },
  };
}

/** A question without options: a statement, a number, a word, gaps, or a text of the learner's own. */
function open(stem: string, answer: string | null, wanted: QuestionType | null, isStatement: boolean, draft: ItemDraft): Body {
  if (answer === null) {
    if (!isStatement) {
      draft.tell(warning('plainNoAnswer', 'key'));
      return { type: 'long-text', details: { minWords: null, maxWords: null }, key: essay };
    }
    draft.tell(warning('plainNoAnswer', 'key'));
    return { type: 'true-false', key: { correct: [] } };
  }
  if (wanted === 'long-text' || answer.length > TEXT_LIMITS.accepted) {
    return { type: 'long-text', details: { minWords: null, maxWords: null }, key: { ...essay, modelAnswer: answer } };
  }
  const truth = truthOf(answer);
  if (truth !== null && wanted !== 'short-text') return { type: 'true-false', key: { correct: [String(truth)] } };
  const number = wanted === 'short-text' ? null : numberOf(answer);
  const inGaps = gaps(stem, answer);
  if (inGaps) return inGaps;
  if (number) {
    return {
      type: 'number',
      key: { value: number.value, tolerance: number.tolerance },
      ...(number.unit ? { unit: number.unit } : {}),
    };
  }
  return { type: 'short-text', key: { accepted: acceptedTexts(answer), caseSensitive: false } };
}

function fieldsOf({ fields }: PlainBlock, draft: ItemDraft) {
  const of = (field: LabelField): string[] =>
    fields.filter((one) => one.field === field && one.text !== '').map(({ text }) => text);
  const joined = (field: LabelField): string | null => of(field).join('\n\n') || null;
  const number = (field: 'points' | 'difficulty', read: (text: string) => number | null) => {
    const text = of(field)[0];
    const value = text === undefined ? null : read(text);
    if (text !== undefined && value === null) draft.tell(warning('plainRest', field, { text: short(text) }));
    return value === null ? {} : { [field]: value };
  };
  const [explanation, solution, topic, code, source] = [
    joined('explanation'),
    joined('solution'),
    of('topic')[0],
    of('code')[0],
    of('source')[0],
  ];
  const tags = of('tags')
    .flatMap((text) => text.split(/[,;|،]/u).map((tag) => tag.trim()))
    .filter((tag) => tag !== '');
  return {
    answer: joined('answer'),
    wanted: of('type').map(readType)[0] ?? null,
    fields: {
      ...(explanation ? { explanation } : {}),
      ...(solution ? { solution } : {}),
      ...(of('hint').length > 0 ? { hints: of('hint') } : {}),
      ...number('points', (text) => parseNumber(text.split(/\s/)[0] ?? '')),
      ...number('difficulty', readDifficulty),
      ...(topic
        ? {
            topic: topic
              .split(/[/>›]/)
              .map((name) => name.trim())
              .join(' / '),
          }
        : {}),
      ...(tags.length > 0 ? { tags } : {}),
      ...(code ? { code } : {}),
      ...(source ? { source } : {}),
    },
  };
}

/**
 * The lines of one question as a question. What was not understood is in the messages, with its words.
 * @param keyed the answer from a list of answers at the end of the text
 */
export function plainItem(block: PlainBlock, keyed: string | null): ExchangeItem {
  const draft = itemDraft();
  const source = block.source.join('\n').trim();
  const head = { number: block.line, kind: 'text', source };
  const { answer: written, wanted, fields } = fieldsOf(block, draft);
  const whole = block.stem
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const points = POINTS.exec(whole);
  const worth = points ? parseNumber(points[1] ?? '') : null;
  const unmarked = points ? whole.slice(0, points.index) : whole;
  const isStatement = STATEMENT.test(unmarked) || wanted === 'true-false';
  const inline = block.options.length === 0 && written === null && keyed === null ? ANSWERED.exec(unmarked) : null;
  const stem = (inline ? unmarked.slice(0, inline.index) : unmarked).replace(STATEMENT, ' ').trim();
  const answer = written ?? keyed ?? inline?.[1] ?? null;
  if (block.rest.length > 0) draft.tell(warning('plainRest', 'stem', { text: short(block.rest.join(' ')) }));
  if (stem === '') {
    draft.tell(error('required', 'stem'));
    return draft.item(head, null);
  }
  if (block.options.length === 0 && answer === null && block.number === null && !isStatement) {
    draft.tell(error('plainNothing', 'stem', { text: short(source) }));
    return draft.item(head, null);
  }
  const only = block.options.length === 1 ? block.options[0] : undefined;
  if (only) draft.tell(warning('plainRest', 'options', { text: short(`${only.letter}) ${only.text}`) }));
  const body = block.options.length > 1 ? choices(block, answer, draft) : open(stem, answer, wanted, isStatement, draft);
  if (wanted && wanted !== body.type && !CHOICE_TYPES.some((type) => type === wanted)) {
    draft.tell(warning('plainType', 'type', { type: wanted, as: body.type }));
  }
  if (draft.messages.some(({ level }) => level === 'error')) return draft.item(head, null);
  return draft.item({ ...head, kind: body.type }, { stem, ...(worth === null ? {} : { points: worth }), ...fields, ...body });
}
