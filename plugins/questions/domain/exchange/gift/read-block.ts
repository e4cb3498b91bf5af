import type { RuleMessage } from '../../../contract/index.ts';
import { error } from '../../types/messages.ts';
import type { TextFormat } from '../text-format.ts';
import { GiftError, giftChoices, giftNumbers, giftPairs, rawAnswers, unreadableAnswers } from './answers.ts';
import type { GiftQuestion, GiftText } from './ast.ts';
import { findSign } from './escapes.ts';
import type { GiftBlock } from './split.ts';
import { giftFeedback, readText, splitFormat } from './texts.ts';

/** One entry of a GIFT file as read. */
export type GiftEntry = {
  readonly line: number;
  readonly source: string;
  /** Null when it cannot be read; `messages` says why. */
  readonly question: GiftQuestion | null;
  readonly messages: readonly RuleMessage[];
  /** What stands around answers inside a sentence. */
  readonly around: { readonly before: string; readonly after: string } | null;
  /** True for an entry that Moodle exported: its comment names the question. */
  readonly isMoodles: boolean;
};

/** The comment that Moodle writes before each question. */
const NAMED = /^question:\s*\S+\s+name:/;

/** `[id:…]` and `[tag:…]` in comments. */
function marks(comments: readonly string[], name: 'id' | 'tag'): string[] {
  const found = comments
    .filter((comment) => !NAMED.test(comment))
    .flatMap((comment) => [...comment.matchAll(/\[(id|tag):((?:\\.|[^\]\\])*)\]/g)]);
  return found.filter((mark) => mark[1] === name).map((mark) => (mark[2] ?? '').replace(/\\(.)/g, '$1').trim());
}

/** `::title::` at the start; without the second `::` there is none. */
function splitTitle(text: string): { title: string | null; rest: string } {
  if (!text.startsWith('::')) return { title: null, rest: text };
  for (let at = findSign(text, ':', 2); at >= 0; at = findSign(text, ':', at + 1)) {
    if (text[at + 1] === ':') return { title: readText(text.slice(2, at), 'moodle') || null, rest: text.slice(at + 2) };
  }
  return { title: null, rest: text };
}

type Asked = Extract<GiftQuestion, { globalFeedback: GiftText | null }>;
type Answers = Asked extends infer One ? (One extends Asked ? Omit<One, keyof AskedHead> : never) : never;
type AskedHead = Pick<
  Extract<Asked, { type: 'Essay' }>,
  'id' | 'tags' | 'title' | 'stem' | 'hasEmbeddedAnswers' | 'globalFeedback'
>;

/** What stands in braces, general feedback apart: which kind of question it makes. */
function readAnswers(block: string, format: TextFormat): Answers {
  const text = block.trim();
  if (text === '') return { type: 'Essay' };
  if (text.startsWith('#')) return { type: 'Numerical', choices: giftNumbers(text.slice(1), format) };
  const truth = /^(TRUE|FALSE|T|F)\s*(?=#|$)/i.exec(text);
  if (truth) {
    const [forTrue = null, forFalse = null] = feedbacks(text.slice(truth[0].length));
    return {
      type: 'TF',
      isTrue: text[0]?.toUpperCase() === 'T',
      trueFeedback: giftFeedback(forTrue, format),
      falseFeedback: giftFeedback(forFalse, format),
    };
  }
  const answers = rawAnswers(text);
  const matchPairs = giftPairs(answers, format);
  if (matchPairs) return { type: 'Matching', matchPairs };
  return { type: answers.every(({ isCorrect }) => isCorrect) ? 'Short' : 'MC', choices: giftChoices(answers, format) };
}

/** `#first#second` behind TRUE or FALSE. */
function feedbacks(text: string): string[] {
  if (!text.startsWith('#')) return [];
  const second = findSign(text, '#', 1);
  return second < 0 ? [text.slice(1)] : [text.slice(1, second), text.slice(second + 1)];
}

/** `####` with what follows it, apart from the answers. */
function splitGeneral(block: string): { answers: string; general: string | null } {
  for (let at = findSign(block, '#'); at >= 0; at = findSign(block, '#', at + 1)) {
    if (block.startsWith('####', at)) return { answers: block.slice(0, at), general: block.slice(at + 4) };
  }
  return { answers: block, general: null };
}

type Read = Pick<GiftEntry, 'question' | 'around'>;

function readQuestion(text: string, comments: readonly string[]): Read {
  const category = /^\$CATEGORY:(.*)$/is.exec(text);
  if (category) return { question: { type: 'Category', title: (category[1] ?? '').trim() }, around: null };
  const { title, rest: titled } = splitTitle(text);
  const { format, rest } = splitFormat(titled, 'moodle');
  const [id = null] = marks(comments, 'id').slice(-1);
  const tags = marks(comments, 'tag').filter((tag) => tag !== '');
  const head = { id: id || null, tags: tags.length > 0 ? tags : null, title };
  const open = findSign(rest, '{');
  if (open < 0) {
    const stem = { format, text: readText(rest, format) };
    return { question: { ...head, type: 'Description', stem, hasEmbeddedAnswers: false }, around: null };
  }
  const close = findSign(rest, '{}', open + 1);
  if (close < 0) throw new GiftError(error('giftUnclosed', 'key'));
  if (rest[close] === '{') throw new GiftError(error('giftBrace', 'key'));
  const [before, after] = [rest.slice(0, open), rest.slice(close + 1)];
  if (findSign(after, '{') >= 0) throw unreadableAnswers(after.slice(findSign(after, '{')));
  const { answers, general } = splitGeneral(rest.slice(open + 1, close));
  const [first, last] = [readText(before, format), readText(after, format)];
  const isInside = last !== '';
  const space = { before: /\s$/.test(before) ? ' ' : '', after: /^\s/.test(after) ? ' ' : '' };
  return {
    question: {
      ...head,
      stem: { format, text: isInside ? `${first} _____ ${last}`.trim() : first },
      hasEmbeddedAnswers: isInside,
      globalFeedback: giftFeedback(general, format),
      ...readAnswers(answers, format),
    },
    around: isInside ? { before: first + space.before, after: space.after + last } : null,
  };
}

/** One entry; what cannot be read becomes a message with the place. */
export function readBlock({ line, lines, comments, source }: GiftBlock): GiftEntry {
  const head = { line, source, isMoodles: comments.some((comment) => NAMED.test(comment)) };
  try {
    return { ...head, ...readQuestion(lines.join('\n').trim(), comments), messages: [] };
  } catch (problem) {
    if (!(problem instanceof GiftError)) throw problem;
    return { ...head, question: null, around: null, messages: [problem.told] };
  }
}
