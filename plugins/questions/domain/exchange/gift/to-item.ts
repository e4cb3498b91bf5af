import type { QuestionType } from '../../../contract/index.ts';
import { error } from '../../types/messages.ts';
import { asOptions, choiceKey, type NumberAnswer, numberKey, type OptionAnswer, textKey, tidied } from '../answers.ts';
import { gapMark, withGaps } from '../gap-marks.ts';
import type { ExchangeItem, ExchangeQuestion } from '../item.ts';
import { type ItemDraft, itemDraft } from '../item-draft.ts';
import { approximated, leftOut } from '../losses.ts';
import { topicOf } from '../topic-path.ts';
import type { GiftChoice, GiftNumber, GiftQuestion, GiftText } from './ast.ts';
import type { GiftEntry } from './read-block.ts';

type Body = Pick<ExchangeQuestion, 'type' | 'stem' | 'key' | 'options' | 'details'>;
type Of<Type extends GiftQuestion['type']> = Extract<GiftQuestion, { type: Type }>;
type Context = { readonly draft: ItemDraft; readonly entry: GiftEntry };

const shareOf = ({ isCorrect, weight }: GiftChoice<unknown>): number => (weight === null ? (isCorrect ? 1 : 0) : weight / 100);
const markdownOf = (draft: ItemDraft, text: GiftText | null, field: string): string | null =>
  text === null ? null : draft.markdown(text.text, text.format, field) || null;

function choices(question: Of<'MC'>, { draft }: Context): Body {
  const answers = question.choices.map(
    (choice, at): OptionAnswer => ({
      text: draft.markdown(choice.text.text, choice.text.format, `options.${at}.text`),
      share: shareOf(choice),
      feedback: markdownOf(draft, choice.feedback, 'key.feedback'),
    }),
  );
  // As in Moodle: without a `=` several may be chosen.
  const isSingle = question.choices.some(({ isCorrect }) => isCorrect);
  const { options, messages } = asOptions(answers);
  draft.tell(...messages);
  const type: QuestionType = isSingle ? 'single-choice' : 'multiple-choice';
  return { type, stem: '', options, details: {}, key: choiceKey(answers, isSingle) };
}

function trueFalse(question: Of<'TF'>, { draft, entry }: Context): Body {
  const { isTrue, trueFeedback, falseFeedback } = question;
  const texts = [markdownOf(draft, trueFeedback, 'key.feedback.true'), markdownOf(draft, falseFeedback, 'key.feedback.false')];
  const isTold = texts.some((text) => text !== null);
  // Moodle writes the feedback for the wrong answer first; other tools write that for “true” first. They differ where TRUE is right.
  if (isTrue && entry.isMoodles) texts.reverse();
  else if (isTrue && isTold) draft.lose(approximated('giftFeedbackOrder', 'key.feedback'));
  const feedback = { ...(texts[0] ? { true: texts[0] } : {}), ...(texts[1] ? { false: texts[1] } : {}) };
  const key = { correct: [isTrue ? 'true' : 'false'], ...(isTold ? { feedback } : {}) };
  return { type: 'true-false', stem: '', options: [], details: {}, key };
}

/** Accepted texts; `*` stands for anything, which the bank has no place for. */
function shortText(question: Of<'Short'>, { draft }: Context): Body {
  const answers = question.choices.map((choice) => ({
    // An accepted text is compared as it is typed, so it is no Markdown.
    text: choice.text.text.replace(/\s+/g, ' '),
    share: shareOf(choice),
    feedback: markdownOf(draft, choice.feedback, 'key.alternatives'),
  }));
  for (const { text } of answers.filter((answer) => answer.text.includes('*')))
    draft.lose(leftOut('patternLeftOut', 'key', { text }));
  const plain = answers.filter(({ text }) => !text.includes('*'));
  return { type: 'short-text', stem: '', options: [], details: {}, key: textKey(plain, false) };
}

function span(number: GiftNumber): { value: number; tolerance: number } {
  if (number.type === 'simple') return { value: number.number, tolerance: 0 };
  if (number.type === 'range') return { value: number.number, tolerance: number.range };
  const { numberHigh: high, numberLow: low } = number;
  return { value: tidied((high + low) / 2), tolerance: tidied((high - low) / 2) };
}

function numerical(question: Of<'Numerical'>, { draft }: Context): Body {
  const choices: readonly GiftChoice<GiftNumber | GiftText>[] =
    'type' in question.choices ? [{ isCorrect: true, weight: null, text: question.choices, feedback: null }] : question.choices;
  const answers = choices.flatMap((choice): NumberAnswer[] => {
    const feedback = markdownOf(draft, choice.feedback, 'key.alternatives');
    if (!('type' in choice.text)) {
      draft.lose(leftOut('patternLeftOut', 'key', { text: '*' }));
      return [];
    }
    return [{ ...span(choice.text), share: shareOf(choice), feedback }];
  });
  const key = numberKey(answers);
  if (key === null) draft.tell(error('keyMissing', 'key'));
  return { type: 'number', stem: '', options: [], details: {}, key: key ?? { value: 0, tolerance: 0 } };
}

function matching(question: Of<'Matching'>, { draft }: Context): Body {
  // The second half has no format of its own in GIFT; Markdown where the whole question is.
  const format = question.stem.format === 'markdown' ? 'markdown' : 'plain';
  const texts = [...new Set(question.matchPairs.map(({ subanswer }) => subanswer))];
  const { options, messages } = asOptions(
    texts.map((text, at) => ({ text: draft.markdown(text, format, `options.${at}.text`) })),
  );
  draft.tell(...messages);
  const asked = question.matchPairs.filter(({ subquestion }) => subquestion.text !== '');
  if (asked.length > 10) draft.tell(error('tooMany', 'details.prompts', { count: asked.length, max: 10 }));
  const prompts = asked.map(({ subquestion: { text, format: own } }, at) => ({
    id: String(at + 1),
    text: draft.markdown(text, own, `details.prompts.${at}.text`),
  }));
  const pairs = asked.map(({ subanswer }, at) => [String(at + 1), options[texts.indexOf(subanswer)]?.id ?? ''] as const);
  return { type: 'matching', stem: '', options, details: { prompts }, key: { pairs: Object.fromEntries(pairs) } };
}

function body(question: Exclude<GiftQuestion, { type: 'Category' | 'Description' }>, context: Context): Body {
  switch (question.type) {
    case 'MC':
      return choices(question, context);
    case 'TF':
      return trueFalse(question, context);
    case 'Short':
      return shortText(question, context);
    case 'Numerical':
      return numerical(question, context);
    case 'Matching':
      return matching(question, context);
    case 'Essay':
      return {
        type: 'long-text',
        stem: '',
        options: [],
        details: { minWords: null, maxWords: null },
        key: { rubric: [], modelAnswer: null },
      };
  }
}

/**
 * Answers inside a sentence make a gap. They stay a question of their own kind where only punctuation follows them, or where
 * a gap could not hold what is said about the options.
 */
function inSentence(question: Body, { draft, entry }: Context): Body | null {
  const { around } = entry;
  const key = question.key;
  if (around === null || question.type === 'true-false' || question.type === 'multiple-choice') return null;
  const isChoice = 'correct' in key;
  if (!isChoice && !('accepted' in key) && !('tolerance' in key)) return null;
  if (isChoice ? key.shares || key.feedback : !/[\p{L}\p{N}]/u.test(around.after)) return null;
  if (entry.question === null || !('stem' in entry.question)) return null;
  const { before, after } = around;
  const stem = withGaps(draft.markdown(before + gapMark(1) + after, entry.question.stem.format, 'stem'));
  const gap = isChoice
    ? { id: '1', kind: 'choice' as const, options: question.options ?? [] }
    : { id: '1', kind: 'accepted' in key ? ('text' as const) : ('number' as const) };
  const gapKey = isChoice ? { correct: key.correct } : key;
  return { type: 'blanks', stem, options: [], details: { gaps: [gap] }, key: { gaps: { '1': gapKey } } };
}

/** An entry as an item; null for a category, which is the topic of those behind it. */
function itemOf(entry: GiftEntry, topic: string | null): ExchangeItem {
  const draft = itemDraft();
  const { question } = entry;
  const head = { number: entry.line, kind: question?.type ?? 'unreadable', source: entry.source };
  draft.tell(...entry.messages);
  if (question === null || question.type === 'Category') return draft.item(head, null);
  if (question.type === 'Description') {
    draft.lose(leftOut('kindLeftOut', 'type', { kind: question.type }));
    return draft.item(head, null);
  }
  const context = { draft, entry };
  const own = body(question, context);
  const gapped = inSentence(own, context);
  const stem = gapped?.stem ?? draft.markdown(question.stem.text, question.stem.format, 'stem');
  const explanation = markdownOf(draft, question.globalFeedback, 'explanation');
  if (draft.messages.length > 0) return draft.item(head, null);
  return draft.item(head, {
    ...(gapped ?? own),
    stem,
    ...(question.id ? { code: question.id } : {}),
    ...(question.title ? { title: question.title } : {}),
    ...(topic ? { topic } : {}),
    ...(explanation ? { explanation } : {}),
    ...(question.tags ? { tags: [...question.tags] } : {}),
  });
}

/** Entries as items, with the topic that categories before them name. */
export function giftItems() {
  let topic: string | null = null;
  return (entry: GiftEntry): ExchangeItem[] => {
    if (entry.question?.type !== 'Category') return [itemOf(entry, topic)];
    topic = topicOf(entry.question.title);
    return [];
  };
}
