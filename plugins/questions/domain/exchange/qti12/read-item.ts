import { POINTS, TEXT_LIMITS } from '../../../contract/index.ts';
import { cleanLine } from '../../text/clean.ts';
import { attribute, isElement, type MarkupElement, type MarkupNode, textOf } from '../html/tree.ts';
import type { ExchangeItem, ExchangeQuestion } from '../item.ts';
import { approximated, leftOut } from '../losses.ts';
import type { Answered } from '../qti/bodies.ts';
import type { QtiSource } from '../qti/meta.ts';
import { gapElement } from '../qti/own-markdown.ts';
import {
  longText12,
  loseKind,
  readChoice12,
  readListGaps,
  readMatching12,
  readOrder12,
  readTyped12,
  readTypedGaps,
} from './answers.ts';
import { presented, saidIn } from './material.ts';
import { openItem12, type Reading12 } from './reading.ts';

/** Kinds of Canvas that are no question of ours. */
const UNKNOWN = [
  'text_only_question',
  'file_upload_question',
  'calculated_question',
  'hot_spot_question',
  'categorization_question',
  'formula_question',
  'stimulus_question',
];
const MARKED = /^(?:essay_question|essay|long answer)$/i;
const identOf = (element: MarkupElement): string => attribute(element, 'ident') ?? '';

type Read = { readonly answered: Answered; readonly stem: readonly MarkupNode[] };

/** The text with a gap at each `[name]` that a response is for. */
function withNamedGaps(nodes: readonly MarkupNode[], names: readonly string[]): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (isElement(node)) return [{ ...node, children: withNamedGaps(node.children, names) }];
    const parts: MarkupNode[] = [];
    let from = 0;
    for (const found of node.matchAll(/\[([^[\]\n]{1,200})\]/g)) {
      const at = names.indexOf(found[1] ?? '');
      if (at < 0) continue;
      parts.push(node.slice(from, found.index), gapElement(String(at + 1)));
      from = found.index + found[0].length;
    }
    return [...parts, node.slice(from)];
  });
}

const stemOf = ({ presentation }: Reading12): MarkupNode[] => saidIn(presentation);

/** Words in the text where an answer is typed in the middle of it. */
function typedStem(reading: Reading12, asGaps: boolean): MarkupNode[] {
  let at = 0;
  return presented(reading.presentation, () => {
    at += 1;
    return asGaps ? [gapElement(String(at))] : [];
  });
}

/** Several lists: gaps of a text by name, or prompts with the same answers. */
function severalLists(reading: Reading12): Read | null {
  const names = reading.responses.map((response) => identOf(response).replace(/^response_/, ''));
  const stem = stemOf(reading);
  const isIn = names.filter((name) => stem.some((node) => textOf(node).includes(`[${name}]`)));
  const isGaps =
    /multiple_blanks|multiple_dropdowns|fill_in_blank/.test(reading.kind ?? '') ||
    (reading.kind === null && isIn.length === names.length);
  if (isGaps)
    return { answered: readListGaps(reading, !/dropdown/.test(reading.kind ?? 'dropdown')), stem: withNamedGaps(stem, names) };
  const matching = readMatching12(reading);
  return matching ? { answered: matching, stem } : null;
}

function oneList(response: MarkupElement, reading: Reading12): Read {
  const stem = stemOf(reading);
  if (/multiple_blanks|multiple_dropdowns/.test(reading.kind ?? '')) {
    return {
      answered: readListGaps(reading, /blanks/.test(reading.kind ?? '')),
      stem: withNamedGaps(stem, [identOf(response).replace(/^response_/, '')]),
    };
  }
  const isOrder = /^ordered$/i.test(attribute(response, 'rcardinality') ?? '');
  // The words of the list itself belong to the question where it is the only one.
  return {
    answered: isOrder ? readOrder12(response, reading) : readChoice12(response, reading),
    stem: [...stem, ...saidIn(response)],
  };
}

function readBody(reading: Reading12): Read | null {
  const { responses, kind } = reading;
  const [first, ...more] = responses;
  if (kind !== null && MARKED.test(kind)) return { answered: longText12(), stem: typedStem(reading, false) };
  if (first === undefined) return null;
  const isTyped = ({ name }: MarkupElement) => name === 'response_str' || name === 'response_num';
  if (responses.every(isTyped)) {
    if (more.length > 0) return { answered: readTypedGaps(reading), stem: typedStem(reading, true) };
    return { answered: readTyped12(first, reading) ?? longText12(), stem: typedStem(reading, false) };
  }
  if (!responses.every(({ name }) => name === 'response_lid')) return null;
  return more.length > 0 || /matching/i.test(kind ?? '') ? severalLists(reading) : oneList(first, reading);
}

/** Feedback for every answer explains the question; that for right or wrong ones joins it. */
function explanationOf(reading: Reading12): string | null {
  const rest = reading.feedback.rest();
  const general = rest.filter(([id]) => /^general_fb$|^solution$/i.test(id));
  if (rest.length > general.length) reading.draft.lose(approximated('qtiFeedback', 'explanation'));
  return [...new Set([...general, ...rest].map(([, text]) => text))].join('\n\n') || null;
}

function pointsOf(reading: Reading12): number | undefined {
  const written = reading.field('points_possible') ?? reading.field('qmd_absolutescore_max') ?? reading.field('cc_weighting');
  const stated =
    written === null || written === ''
      ? reading.full < 100 && reading.conditions.length > 0
        ? reading.full
        : Number.NaN
      : Number(written);
  if (!Number.isFinite(stated)) return undefined;
  if (stated >= POINTS.min && stated <= POINTS.max) return stated;
  reading.draft.lose(approximated('qtiPoints', 'points', { points: stated }));
  return undefined;
}

const GENERIC = /^(?:question|soru|item|untitled|quiz question)?\s*#?\d*$/i;

function questionOf(reading: Reading12, { answered, stem }: Read): ExchangeQuestion {
  const { item, source } = reading;
  const { title: _, topic, tags, ...meta } = source.meta;
  const title = cleanLine(attribute(item, 'title') ?? '');
  const ident = identOf(item);
  const isCode = ident.length >= 16 && ident.length <= TEXT_LIMITS.code && /\d/.test(ident);
  const points = pointsOf(reading);
  const explanation = explanationOf(reading);
  return {
    ...answered,
    stem: reading.markdown(stem, 'stem'),
    ...(explanation ? { explanation } : {}),
    ...(title !== '' && !GENERIC.test(title) && title !== ident ? { title: title.slice(0, TEXT_LIMITS.title) } : {}),
    ...(isCode ? { code: ident } : {}),
    ...(points === undefined ? {} : { points }),
    ...(tags && tags.length > 0 ? { tags: [...tags] } : {}),
    ...(topic && topic.length > 0 ? { topic: topic.slice(0, 3).join(' / ') } : {}),
    ...meta,
  };
}

/** An item of QTI 1.2, as Canvas, Blackboard, Moodle and others write them, as an entry of the import. */
export function readQti12Item(source: QtiSource<MarkupElement>): ExchangeItem {
  const reading = openItem12(source);
  const { draft, kind, responses } = reading;
  const shape = [...new Set(responses.map(({ name }) => name))].join(' + ') || 'noResponse';
  const head = { number: source.number, kind: kind ?? shape, source: source.source };
  const read = kind !== null && UNKNOWN.includes(kind) ? null : readBody(reading);
  if (read === null || draft.messages.length > 0) {
    if (kind === 'calculated_question') draft.lose(leftOut('qtiCalculated', 'type'));
    else if (draft.messages.length === 0) loseKind(reading, head.kind);
    return draft.item(head, null);
  }
  return draft.item(head, questionOf(reading, read));
}
