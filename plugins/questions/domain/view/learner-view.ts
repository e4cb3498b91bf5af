import type { Locale } from '@lyceum/core/contract';
import type {
  Content,
  GapKey,
  Key,
  Response,
  RightAnswer,
  RightGap,
  ViewDetails,
  ViewGap,
  ViewOption,
} from '../../contract/index.ts';
import { TRUE_FALSE_IDS } from '../../contract/index.ts';
import { rulesOf } from '../types/registry.ts';
import { withGaps } from './stem-gaps.ts';

/** Bank ids of a list (`options`, `gap.2`) in the order this learner sees; empty where nothing was ordered. */
export type ListOrder = (list: string) => readonly string[];
/** From Markdown to safe markup: a text of its own, and one within a line. */
export type Render = { readonly block: (text: string) => string; readonly inline: (text: string) => string };
/** What a learner may see of a question: no key, no explanation, no bank ids. */
export type LearnerView = { stemHtml: string; options: ViewOption[]; details: ViewDetails };

type Text = { readonly id: string; readonly text: string };

/** True and false are not stored; they are named in the language of the question. */
export const TRUTH: Record<Locale, Record<(typeof TRUE_FALSE_IDS)[number], string>> = {
  en: { true: 'True', false: 'False' },
  tr: { true: 'Doğru', false: 'Yanlış' },
  ar: { true: 'صواب', false: 'خطأ' },
};

const optionsOf = ({ type, options }: Content, language: Locale): readonly Text[] =>
  type === 'true-false' ? TRUE_FALSE_IDS.map((id) => ({ id, text: TRUTH[language][id] })) : (options ?? []);

/** Texts in the order shown, under ids that are places. */
const placed = (texts: readonly Text[], order: readonly string[], render: Render): ViewOption[] =>
  (order.length === 0 ? texts.map(({ id }) => id) : order).map((id, index) => ({
    id: String(index + 1),
    html: render.inline(texts.find((one) => one.id === id)?.text ?? ''),
  }));

function detailsOf({ details }: Content, order: ListOrder, render: Render): ViewDetails {
  if (details === undefined) return null;
  if ('gaps' in details) {
    const gaps = details.gaps.map(({ id, kind, options }): ViewGap => {
      return { id, kind, ...(kind === 'choice' ? { options: placed(options ?? [], order(`gap.${id}`), render) } : {}) };
    });
    return { gaps };
  }
  if ('prompts' in details) return { prompts: details.prompts.map(({ id, text }) => ({ id, html: render.inline(text) })) };
  if ('maxSec' in details) return { maxSec: details.maxSec };
  if ('maxWords' in details) return { minWords: details.minWords, maxWords: details.maxWords };
  return null;
}

/** A question as a learner gets it. */
export function learnerView(content: Content, language: Locale, order: ListOrder, render: Render): LearnerView {
  const stemHtml = render.block(content.stem);
  return {
    stemHtml: content.type === 'blanks' ? withGaps(stemHtml) : stemHtml,
    options: placed(optionsOf(content, language), order('options'), render),
    details: detailsOf(content, order, render),
  };
}

const places = (ids: readonly string[], order: readonly string[]): string[] =>
  order.flatMap((id, index) => (ids.includes(id) ? [String(index + 1)] : []));

function rightGap(key: GapKey, order: readonly string[]): RightGap {
  if ('correct' in key) return { selected: places(key.correct, order) };
  return 'tolerance' in key ? { number: key.value, tolerance: key.tolerance } : { accepted: key.accepted };
}

/** The right answer in the ids this learner saw. */
export function rightAnswer(key: Key, order: ListOrder, render: Render): RightAnswer {
  const options = order('options');
  const placeOf = (id: string) => places([id], options)[0] ?? '';
  if ('gaps' in key)
    return { gaps: Object.fromEntries(Object.entries(key.gaps).map(([id, gap]) => [id, rightGap(gap, order(`gap.${id}`))])) };
  if ('pairs' in key)
    return { pairs: Object.fromEntries(Object.entries(key.pairs).map(([prompt, id]) => [prompt, placeOf(id)])) };
  if ('order' in key) return { order: key.order.map(placeOf) };
  if ('rubric' in key) return { modelAnswerHtml: key.modelAnswer === null ? null : render.block(key.modelAnswer) };
  return rightGap(key, options);
}

/**
 * A response in the ids of the bank. A place that is not there becomes an id that no question has, and so is wrong;
 * what belongs to no ordered list (a gap that is typed) stays as it is.
 */
export const toBankResponse = (type: Content['type'], response: Response, order: ListOrder): Response => {
  if (response === null) return null;
  return rulesOf(type).mapIds(response, (list, id) => {
    const ids = order(list);
    return ids.length === 0 ? id : (ids[Number(id) - 1] ?? `none-${id}`);
  });
};
