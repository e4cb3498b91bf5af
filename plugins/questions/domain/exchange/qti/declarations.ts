import { attribute, childElements, findElements, isElement, type MarkupElement, textOf } from '../html/tree.ts';

/** What single answers earn, in points of the item. */
export type ResponseMapping = {
  readonly defaultValue: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly entries: readonly { readonly key: string; readonly value: number; readonly caseSensitive: boolean }[];
};

/** A response variable with what is right. */
export type Declared = {
  readonly id: string;
  readonly cardinality: string;
  readonly baseType: string;
  readonly correct: readonly string[];
  readonly mapping: ResponseMapping | null;
};

/** An attribute as a finite number; the other value where it is none. */
export function numberAttribute<Other>(element: MarkupElement, name: string, other: Other): number | Other {
  const text = attribute(element, name)?.trim() ?? '';
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : other;
}

/** The values below a list, in their order. Those of records are not values of their own. */
export const valuesOf = (list: MarkupElement | undefined): string[] =>
  list === undefined ? [] : childElements(list, 'value').map((value) => textOf(value).trim());

/** @param isCased what an entry means that does not say: case counts in QTI 2 and does not in QTI 3 */
function mappingOf(element: MarkupElement, isCased: boolean): ResponseMapping | null {
  const mapping = childElements(element, 'mapping')[0];
  if (mapping === undefined) return null;
  return {
    defaultValue: numberAttribute(mapping, 'defaultvalue', 0),
    lower: numberAttribute(mapping, 'lowerbound', null),
    upper: numberAttribute(mapping, 'upperbound', null),
    entries: childElements(mapping, 'mapentry').flatMap((entry) => {
      const key = attribute(entry, 'mapkey');
      const value = numberAttribute(entry, 'mappedvalue', 0);
      return key === undefined
        ? []
        : [{ key, value, caseSensitive: (attribute(entry, 'casesensitive') ?? String(isCased)) === 'true' }];
    }),
  };
}

/** The response variables of an item, by their identifiers. */
export function declarationsOf(item: MarkupElement): Map<string, Declared> {
  const isCased = attribute(item, 'qtiversion') !== '3';
  return new Map(
    childElements(item, 'responsedeclaration').map((element) => {
      const id = attribute(element, 'identifier') ?? '';
      return [
        id,
        {
          id,
          cardinality: (attribute(element, 'cardinality') ?? 'single').toLowerCase(),
          baseType: (attribute(element, 'basetype') ?? 'string').toLowerCase(),
          correct: valuesOf(childElements(element, 'correctresponse')[0]),
          mapping: mappingOf(element, isCased),
        },
      ] as const;
    }),
  );
}

/** The default values of an outcome variable. */
export function outcomeDefaults(item: MarkupElement, id: string): string[] {
  const outcome = childElements(item, 'outcomedeclaration').find((one) => attribute(one, 'identifier') === id);
  return outcome ? valuesOf(childElements(outcome, 'defaultvalue')[0]) : [];
}

/** The points an item says it is worth; null when it says nothing. */
export function statedPoints(item: MarkupElement): number | null {
  const [written] = outcomeDefaults(item, 'MAXSCORE');
  const stated = written === undefined || written === '' ? Number.NaN : Number(written);
  if (Number.isFinite(stated)) return stated;
  const score = childElements(item, 'outcomedeclaration').find((one) => attribute(one, 'identifier') === 'SCORE');
  return score ? numberAttribute(score, 'normalmaximum', null) : null;
}

const INTERACTION = /interaction$/;

/** The interactions of a body, in the order of the text. */
export function interactionsOf(body: MarkupElement): MarkupElement[] {
  return body.children.flatMap((child): MarkupElement[] => {
    if (!isElement(child)) return [];
    return INTERACTION.test(child.name) ? [child, ...interactionsOf(child)] : interactionsOf(child);
  });
}

/** Every element of a name below another, those inside each other too. */
export const everyElement = (element: MarkupElement, name: string): MarkupElement[] =>
  findElements(element, [name]).flatMap((one) => [one, ...everyElement(one, name)]);
