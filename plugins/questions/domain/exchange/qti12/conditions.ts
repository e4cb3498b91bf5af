import { attribute, childElements, findElements, type MarkupElement, textOf } from '../html/tree.ts';

/** An answer that a condition names. */
export type Named = { readonly response: string; readonly value: string; readonly caseSensitive: boolean };
export type Range = { readonly response: string; readonly low: number; readonly high: number };

/** One condition of the scoring: what it asks and what it gives. */
export type Condition = {
  readonly is: readonly Named[];
  readonly isNot: readonly Named[];
  readonly ranges: readonly Range[];
  /** True when all of `is` are asked for together. */
  readonly together: boolean;
  /** Points it gives; null when it gives none. */
  readonly points: number | null;
  readonly adds: boolean;
  readonly feedback: readonly string[];
  /** Tests that we do not know, such as substrings. */
  readonly unknown: readonly string[];
};

const KNOWN = new Set([
  'varequal',
  'vargte',
  'vargt',
  'varlte',
  'varlt',
  'and',
  'or',
  'not',
  'other',
  'unanswered',
  'conditionvar',
  'var_extension',
  'durequal',
]);
const BORDERS = new Set(['vargte', 'vargt', 'varlte', 'varlt']);
const responseOf = (test: MarkupElement): string => attribute(test, 'respident') ?? '';

type Found = { is: Named[]; isNot: Named[]; ranges: Range[]; unknown: string[]; ands: number };

/** Borders of one response that stand side by side, as a range. */
function rangesOf(tests: readonly MarkupElement[]): Range[] {
  const responses = [...new Set(tests.map(responseOf))];
  return responses.flatMap((response) => {
    const own = tests.filter((test) => responseOf(test) === response);
    const border = (start: string) => own.find(({ name }) => name.startsWith(start));
    const [low, high] = [border('varg'), border('varl')].map((test) => (test ? Number(textOf(test).trim()) : Number.NaN));
    return low !== undefined && high !== undefined && Number.isFinite(low) && Number.isFinite(high) && low <= high
      ? [{ response, low, high }]
      : [];
  });
}

function walk(element: MarkupElement, negated: boolean, found: Found): void {
  const children = childElements(element);
  if (element.name === 'and') found.ands += 1;
  if (!negated) found.ranges.push(...rangesOf(children.filter(({ name }) => BORDERS.has(name))));
  for (const child of children) {
    if (child.name === 'varequal') {
      const named = {
        response: responseOf(child),
        value: textOf(child).trim(),
        caseSensitive: /^yes$/i.test(attribute(child, 'case') ?? ''),
      };
      (negated ? found.isNot : found.is).push(named);
    } else if (!KNOWN.has(child.name)) found.unknown.push(child.name);
    else walk(child, child.name === 'not' ? !negated : negated, found);
  }
}

function pointsOf(condition: MarkupElement): { points: number | null; adds: boolean } {
  const sets = childElements(condition, 'setvar').filter((set) => /score|^$/i.test(attribute(set, 'varname') ?? ''));
  const values = sets.map((set) => Number(textOf(set).trim())).filter(Number.isFinite);
  const adds = sets.some((set) => /^add$/i.test(attribute(set, 'action') ?? ''));
  return { points: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0), adds };
}

/** The conditions of an item's scoring, in their order. */
export function conditionsOf(item: MarkupElement): Condition[] {
  return findElements(item, ['respcondition']).map((condition) => {
    const found: Found = { is: [], isNot: [], ranges: [], unknown: [], ands: 0 };
    for (const part of childElements(condition, 'conditionvar')) walk(part, false, found);
    const hasOr = findElements(condition, ['or']).length > 0;
    return {
      is: found.is,
      isNot: found.isNot,
      ranges: found.ranges,
      unknown: found.unknown,
      together: found.is.length > 1 && !hasOr,
      ...pointsOf(condition),
      feedback: findElements(condition, ['displayfeedback']).map((one) => attribute(one, 'linkrefid') ?? ''),
    };
  });
}

/** The most points the scoring counts to: as declared, or what its best condition gives. */
export function fullScore(item: MarkupElement, conditions: readonly Condition[]): number {
  const declared = findElements(item, ['decvar'])
    .map((one) => Number(attribute(one, 'maxvalue') ?? Number.NaN))
    .find((value) => Number.isFinite(value) && value > 0);
  const given = conditions.map(({ points }) => points ?? 0);
  const adding = conditions
    .filter(({ adds, points }) => adds && (points ?? 0) > 0)
    .reduce((sum, { points }) => sum + (points ?? 0), 0);
  const best = Math.max(0, ...given, adding);
  // Some tools declare 100 and give one point for what is right.
  return declared !== undefined && best > 0 && best >= declared * 0.999 ? declared : best > 0 ? best : (declared ?? 1);
}
