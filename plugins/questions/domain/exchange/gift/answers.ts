import type { RuleMessage } from '../../../contract/index.ts';
import { error } from '../../types/messages.ts';
import type { TextFormat } from '../text-format.ts';
import type { GiftChoice, GiftNumber, GiftText } from './ast.ts';
import { findSign, unescaped } from './escapes.ts';
import { giftFeedback, giftText } from './texts.ts';

/** What stands in braces cannot be read. Caught where the entry is put together. */
export class GiftError extends Error {
  readonly told: RuleMessage;
  constructor(told: RuleMessage) {
    super(told.code);
    this.told = told;
  }
}

const near = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 60);
export const unreadableAnswers = (text: string): GiftError => new GiftError(error('giftAnswers', 'key', { text: near(text) }));

/** One answer as written: its sign, its weight in percent, its text, its feedback. */
type RawAnswer = {
  readonly isCorrect: boolean;
  readonly weight: number | null;
  readonly body: string;
  readonly feedback: string | null;
};

const WEIGHT = /^\s*%\s*([+-]?\d{1,3}(?:[.,]\d{0,10})?)\s*%/;

/** `style="…"` in HTML that somebody wrote without a backslash is no new answer. */
const isAttribute = (text: string, at: number): boolean =>
  text[at] === '=' && text[at + 1] === '"' && /[a-z-]/i.test(text[at - 1] ?? '');

function nextAnswer(text: string, from: number): number {
  let at = findSign(text, '=~', from);
  while (at >= 0 && isAttribute(text, at)) at = findSign(text, '=~', at + 1);
  return at;
}

function rawAnswer(sign: string, text: string): RawAnswer {
  const weight = WEIGHT.exec(text);
  const rest = weight ? text.slice(weight[0].length) : text;
  const hash = findSign(rest, '#');
  return {
    isCorrect: sign === '=',
    weight: weight ? Number((weight[1] ?? '').replace(',', '.')) : null,
    body: hash < 0 ? rest : rest.slice(0, hash),
    feedback: hash < 0 ? null : rest.slice(hash + 1),
  };
}

/** The answers of a block, each begun by `=` or `~`. */
export function rawAnswers(block: string): RawAnswer[] {
  const first = nextAnswer(block, 0);
  if (first < 0 || block.slice(0, first).trim() !== '') throw unreadableAnswers(block);
  const answers: RawAnswer[] = [];
  for (let at = first; at >= 0; ) {
    const end = nextAnswer(block, at + 1);
    answers.push(rawAnswer(block[at] ?? '', end < 0 ? block.slice(at + 1) : block.slice(at + 1, end)));
    at = end;
  }
  return answers;
}

/** Choices of a question with options or accepted texts. */
export const giftChoices = (answers: readonly RawAnswer[], format: TextFormat): GiftChoice[] =>
  answers.map(({ isCorrect, weight, body, feedback }) => ({
    isCorrect,
    weight,
    text: giftText(body, format),
    feedback: giftFeedback(feedback, format),
  }));

/** Pairs, when every answer is one: `=prompt -> what belongs to it`. Null otherwise. */
export function giftPairs(answers: readonly RawAnswer[], format: TextFormat) {
  const pairs = answers.map(({ isCorrect, weight, body }) => {
    const arrow = /(?<!-)->/.exec(body)?.index ?? -1;
    if (!isCorrect || weight !== null || arrow < 0) return null;
    const subanswer = unescaped(body.slice(arrow + 2)).trim();
    return {
      subquestion: giftText(body.slice(0, arrow), format),
      subanswer: format === 'markdown' ? subanswer : subanswer.replace(/\s+/g, ' '),
    };
  });
  const whole = pairs.filter((pair) => pair !== null);
  return whole.length >= 2 && whole.length === pairs.length ? whole : null;
}

const NUMBER = /^[+-]?(?:\d{1,300}(?:[.,]\d{0,300})?|[.,]\d{1,300})(?:e[+-]?\d{1,3})?$/i;

function number(text: string): number {
  const trimmed = text.trim();
  const value = NUMBER.test(trimmed) ? Number(trimmed.replace(',', '.')) : Number.NaN;
  if (!Number.isFinite(value)) throw new GiftError(error('numberForm', 'key.value', { value: near(text) }));
  return value + 0;
}

/** `3`, `3:0.5` or `2.5..3.5`. */
export function giftNumber(text: string): GiftNumber {
  const plain = unescaped(text).trim();
  const dots = plain.indexOf('..');
  if (dots > 0) return { type: 'high-low', numberHigh: number(plain.slice(dots + 2)), numberLow: number(plain.slice(0, dots)) };
  const colon = plain.indexOf(':');
  if (colon < 0) return { type: 'simple', number: number(plain) };
  return { type: 'range', number: number(plain.slice(0, colon)), range: number(plain.slice(colon + 1)) };
}

/** What stands behind `{#`: one number, or several with weights and feedback; `~` or `=*` stands for any other number. */
export function giftNumbers(block: string, format: TextFormat): GiftNumber | GiftChoice<GiftNumber | GiftText>[] {
  if (nextAnswer(block, 0) < 0) {
    const hash = findSign(block, '#');
    if (hash < 0) return giftNumber(block);
    const feedback = giftFeedback(block.slice(hash + 1), format);
    return [{ isCorrect: true, weight: null, text: giftNumber(block.slice(0, hash)), feedback }];
  }
  return rawAnswers(block).map(({ isCorrect, weight, body, feedback }) => {
    const isAny = body.trim() === '' || body.trim() === '*';
    return {
      isCorrect,
      weight,
      text: isAny ? { format, text: '*' } : giftNumber(body),
      feedback: giftFeedback(feedback, format),
    };
  });
}
