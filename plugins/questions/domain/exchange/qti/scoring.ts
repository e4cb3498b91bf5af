import { attribute, childElements, findElements, type MarkupElement, textOf } from '../html/tree.ts';
import type { Declared } from './declarations.ts';

/** A condition of the response processing, as far as we can tell what it asks. */
export type Test =
  | { readonly kind: 'correct'; readonly response: string }
  | {
      readonly kind: 'value';
      readonly response: string;
      readonly value: string;
      readonly tolerance: number | null;
      readonly caseSensitive: boolean | null;
    }
  | { readonly kind: 'any'; readonly tests: readonly Test[] }
  | { readonly kind: 'other' };

/** What happens when a condition holds: points for SCORE (set or added), outcomes that show feedback. */
export type ScoreRule = {
  readonly test: Test;
  readonly points: number | null;
  readonly shows: readonly { readonly outcome: string; readonly identifier: string }[];
};

/** The response processing of an item, in the forms that authoring tools write. */
export type Scoring = {
  readonly rules: readonly ScoreRule[];
  /** Responses whose mapping is used; `all` by a template. */
  readonly mapped: ReadonlySet<string> | 'all';
  /** Responses that are compared with the right answer. */
  readonly compared: ReadonlySet<string> | 'all';
  /** Outcomes that take over the response: feedback with the identifier of the chosen answer. */
  readonly follows: ReadonlyMap<string, string>;
  /** Parts that were not understood, by their names. */
  readonly unknown: readonly string[];
};

const OTHER: Test = { kind: 'other' };
const idOf = (element: MarkupElement | undefined): string => (element ? (attribute(element, 'identifier') ?? '') : '');
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** The variable and the value that an expression compares, in either order. */
function sides(
  expression: MarkupElement,
  declared: ReadonlyMap<string, Declared>,
): { response: string; values: string[]; isCorrect: boolean } | null {
  const parts = childElements(expression);
  const variable = parts.find(({ name, attributes }) => name === 'variable' && declared.has(attributes['identifier'] ?? ''));
  const other = parts.find((part) => part !== variable);
  if (parts.length !== 2 || !variable || !other) return null;
  const response = idOf(variable);
  if (other.name === 'correct')
    return { response, values: [...(declared.get(idOf(other))?.correct ?? [])], isCorrect: idOf(other) === response };
  if (other.name === 'basevalue') return { response, values: [textOf(other).trim()], isCorrect: false };
  if (other.name === 'multiple' || other.name === 'ordered') {
    const values = childElements(other, 'basevalue').map((value) => textOf(value).trim());
    return values.length > 0 ? { response, values, isCorrect: false } : null;
  }
  return null;
}

const anyOf = (tests: readonly Test[]): Test => {
  const [first] = tests;
  return tests.length === 1 && first ? first : { kind: 'any', tests };
};

/** Half the distance that two numbers may have, from the tolerance of QTI: absolute, or in percent of the right one. */
function toleranceOf(expression: MarkupElement, value: number): number | null {
  if (expression.name === 'equalrounded') {
    const figures = Number(attribute(expression, 'figures') ?? 0);
    return attribute(expression, 'roundingmode') === 'significantFigures' ? null : 0.5 * 10 ** -figures;
  }
  const mode = (attribute(expression, 'tolerancemode') ?? 'exact').toLowerCase();
  if (mode === 'exact') return 0;
  const [below = Number.NaN, above = below] = (attribute(expression, 'tolerance') ?? '').trim().split(/\s+/).map(numberOf);
  if (!Number.isFinite(below) || !Number.isFinite(above)) return null;
  return Math.max(below, above) * (mode === 'relative' ? Math.abs(value) / 100 : 1);
}

function numbers(expression: MarkupElement, declared: ReadonlyMap<string, Declared>): Test {
  const found = sides(expression, declared);
  if (!found) return OTHER;
  return anyOf(
    found.values.map((value): Test => {
      const tolerance = toleranceOf(expression, numberOf(value));
      return tolerance === null ? OTHER : { kind: 'value', response: found.response, value, tolerance, caseSensitive: null };
    }),
  );
}

/** Two borders around a number, as the middle and what it may be off. */
function range(tests: readonly MarkupElement[], declared: ReadonlyMap<string, Declared>): Test {
  const borders = tests.map((test) => {
    const found = ['gte', 'gt', 'lte', 'lt'].includes(test.name) ? sides(test, declared) : null;
    const value = numberOf(found?.values[0] ?? '');
    const turned = childElements(test)[0]?.name !== 'variable';
    return found && Number.isFinite(value)
      ? { response: found.response, value, isLow: test.name.startsWith('g') !== turned }
      : null;
  });
  const [low, high] = [borders.find((one) => one?.isLow), borders.find((one) => one && !one.isLow)];
  if (tests.length !== 2 || !low || !high || low.response !== high.response || high.value < low.value) return OTHER;
  const [middle, tolerance] = [(low.value + high.value) / 2, (high.value - low.value) / 2];
  return {
    kind: 'value',
    response: low.response,
    value: String(Number(middle.toPrecision(12))),
    tolerance: Number(tolerance.toPrecision(12)),
    caseSensitive: null,
  };
}

function testOf(expression: MarkupElement, declared: ReadonlyMap<string, Declared>): Test {
  const parts = childElements(expression);
  switch (expression.name) {
    case 'match':
    case 'member':
    case 'contains': {
      const found = sides(expression, declared);
      if (!found || found.values.length === 0) return OTHER;
      if (found.isCorrect) return { kind: 'correct', response: found.response };
      const isOne = expression.name === 'member' || found.values.length === 1;
      return isOne
        ? anyOf(
            found.values.map(
              (value): Test => ({ kind: 'value', response: found.response, value, tolerance: null, caseSensitive: true }),
            ),
          )
        : OTHER;
    }
    case 'stringmatch': {
      const found = sides(expression, declared);
      if (!found || attribute(expression, 'substring') === 'true') return OTHER;
      const caseSensitive = attribute(expression, 'casesensitive') !== 'false';
      return anyOf(
        found.values.map((value): Test => ({ kind: 'value', response: found.response, value, tolerance: null, caseSensitive })),
      );
    }
    case 'equal':
    case 'equalrounded':
      return numbers(expression, declared);
    case 'or':
      return anyOf(parts.map((part) => testOf(part, declared)));
    case 'and': {
      // "Answered, and …" asks for the rest only.
      const rest = parts.filter((part) => !(part.name === 'not' && childElements(part)[0]?.name === 'isnull'));
      const [only] = rest;
      return rest.length === 1 && only ? testOf(only, declared) : range(rest, declared);
    }
    default:
      return OTHER;
  }
}

type Effects = Pick<ScoreRule, 'points' | 'shows'> & {
  readonly mapped: readonly string[];
  readonly follows: readonly (readonly [string, string])[];
  readonly unknown: readonly string[];
};

/** What a branch sets: points, mapped responses, feedback. */
function effectsOf(branch: MarkupElement): Effects {
  let points: number | null = null;
  const shows: { outcome: string; identifier: string }[] = [];
  const mapped: string[] = [];
  const follows: [string, string][] = [];
  const unknown: string[] = [];
  for (const set of childElements(branch, 'setoutcomevalue')) {
    const outcome = idOf(set);
    const values = findElements(set, ['basevalue', 'variable', 'mapresponse', 'mapresponsepoint', 'correct']);
    if (outcome !== 'SCORE') {
      for (const value of values) {
        if (value.name === 'basevalue') shows.push({ outcome, identifier: textOf(value).trim() });
        else if (value.name === 'variable' && idOf(value) !== outcome) follows.push([outcome, idOf(value)]);
      }
      continue;
    }
    const [first] = childElements(set);
    const isSum =
      first?.name === 'basevalue' ||
      first?.name === 'mapresponse' ||
      first?.name === 'sum' ||
      (first?.name === 'variable' && idOf(first) === 'MAXSCORE');
    if (!isSum) unknown.push(first?.name ?? 'setoutcomevalue');
    for (const value of values) {
      if (value.name === 'mapresponse') mapped.push(idOf(value));
      else if (value.name === 'basevalue') points = (points ?? 0) + (Number(textOf(value)) || 0);
      else if (value.name === 'variable' && idOf(value) === 'MAXSCORE') points = Number.POSITIVE_INFINITY;
      else if (value.name === 'mapresponsepoint') unknown.push(value.name);
    }
  }
  return { points, shows, mapped, follows, unknown };
}

/** Response processing as rules. Only what earns points or shows feedback is looked at; the rest is counted as unknown. */
export function scoringOf(item: MarkupElement, declared: ReadonlyMap<string, Declared>): Scoring {
  const processing = childElements(item, 'responseprocessing')[0];
  const template = processing
    ? `${attribute(processing, 'template') ?? ''} ${attribute(processing, 'templatelocation') ?? ''}`
    : '';
  if (!processing || /match_correct|map_response/i.test(template)) {
    const isMapped =
      /map_response/i.test(template) || (!processing && [...declared.values()].some(({ mapping }) => mapping !== null));
    const unknown = /map_response_point/i.test(template) ? ['mapresponsepoint'] : [];
    const mapped = isMapped ? ('all' as const) : new Set<string>();
    return { rules: [], mapped, compared: isMapped ? new Set() : 'all', follows: new Map(), unknown };
  }
  const rules: ScoreRule[] = [];
  const mapped = new Set<string>();
  const compared = new Set<string>();
  const follows = new Map<string, string>();
  const unknown: string[] = [];
  const take = (branch: MarkupElement, test: Test) => {
    const effects = effectsOf(branch);
    for (const response of effects.mapped) mapped.add(response);
    for (const [outcome, response] of effects.follows) follows.set(outcome, response);
    unknown.push(...effects.unknown);
    if (test.kind === 'correct' && (effects.points ?? 0) > 0) compared.add(test.response);
    if (effects.points !== null || effects.shows.length > 0) {
      rules.push({ test, points: effects.points, shows: effects.shows });
      if (test.kind === 'other' && (effects.points ?? 0) > 0) unknown.push('condition');
    }
  };
  const walk = (element: MarkupElement): void => {
    take(element, OTHER_SILENT);
    for (const child of childElements(element)) {
      if (child.name === 'responseif' || child.name === 'responseelseif') {
        const [expression] = childElements(child);
        take(child, expression ? testOf(expression, declared) : OTHER);
        for (const inner of childElements(child, 'responsecondition')) walk(inner);
      } else if (child.name === 'responseelse') {
        take(child, OTHER_SILENT);
        for (const inner of childElements(child, 'responsecondition')) walk(inner);
      } else if (child.name === 'responsecondition' || child.name === 'responseprocessingfragment') walk(child);
    }
  };
  walk(processing);
  return { rules, mapped, compared, follows, unknown: [...new Set(unknown)] };
}

/** What happens in any case; it earns nothing by itself. */
const OTHER_SILENT: Test = { kind: 'any', tests: [] };

/** The single answers that a condition names. */
export function valuesIn(test: Test, response: string): (Test & { kind: 'value' })[] {
  if (test.kind === 'value') return test.response === response ? [test] : [];
  return test.kind === 'any' ? test.tests.flatMap((one) => valuesIn(one, response)) : [];
}

/** Whether a condition compares a response with what is right. */
export const isComparison = (test: Test, response: string): boolean =>
  (test.kind === 'correct' && test.response === response) ||
  (test.kind === 'any' && test.tests.some((one) => isComparison(one, response)));
