import { xmlText } from '../package/xml-text.ts';
import { qti } from './writing.ts';

/** An identifier of a choice: its option's id. */
export type Entry = { readonly key: string; readonly value: number; readonly caseSensitive?: boolean };
export type Declaration = {
  readonly id: string;
  readonly cardinality: 'single' | 'multiple' | 'ordered';
  readonly baseType: 'identifier' | 'string' | 'float' | 'directedPair' | 'file';
  readonly correct: readonly string[];
  readonly mapping?: { readonly entries: readonly Entry[]; readonly lower?: number; readonly upper?: number };
};

const values = (list: readonly string[]): string[] => list.map((value) => qti('value', {}, xmlText(value)));

/** A response variable with what is right and what single answers earn. */
export function responseDeclaration({ id, cardinality, baseType, correct, mapping }: Declaration): string {
  const mapped = mapping
    ? qti(
        'mapping',
        { 'default-value': 0, 'lower-bound': mapping.lower, 'upper-bound': mapping.upper },
        mapping.entries.map(({ key, value, caseSensitive }) =>
          qti('map-entry', {
            'map-key': key,
            'mapped-value': value,
            'case-sensitive': caseSensitive === undefined ? undefined : String(caseSensitive),
          }),
        ),
      )
    : '';
  return qti('response-declaration', { identifier: id, cardinality, 'base-type': baseType }, [
    correct.length > 0 ? qti('correct-response', {}, values(correct)) : '',
    mapped,
  ]);
}

/** An outcome variable with the values it begins with. */
export const outcomeDeclaration = (
  id: string,
  cardinality: 'single' | 'multiple',
  baseType: 'float' | 'identifier',
  initial: readonly (string | number)[],
  more: Record<string, string | number> = {},
): string =>
  qti(
    'outcome-declaration',
    { identifier: id, cardinality, 'base-type': baseType, ...more },
    initial.length > 0 ? qti('default-value', {}, values(initial.map(String))) : '',
  );

export const variable = (identifier: string): string => qti('variable', { identifier });
export const baseValue = (type: string, value: string | number): string =>
  qti('base-value', { 'base-type': type }, xmlText(String(value)));
export const setScore = (inner: string): string => qti('set-outcome-value', { identifier: 'SCORE' }, inner);
/** Points for SCORE beside those that are there. */
export const addScore = (points: number): string => setScore(qti('sum', {}, [variable('SCORE'), baseValue('float', points)]));
/** Feedback beside that which is shown already. */
export const show = (identifier: string): string =>
  qti(
    'set-outcome-value',
    { identifier: 'FEEDBACK' },
    qti('multiple', {}, [variable('FEEDBACK'), baseValue('identifier', identifier)]),
  );
/** Branches of which the first that holds counts. */
export const condition = (branches: readonly { readonly test: string; readonly effects: readonly string[] }[]): string =>
  branches.length === 0
    ? ''
    : qti(
        'response-condition',
        {},
        branches.map(({ test, effects }, at) => qti(at === 0 ? 'response-if' : 'response-else-if', {}, [test, ...effects])),
      );

/** Numbers without the dust of binary fractions, never in a form with a comma. */
export const decimal = (value: number): number => Number(value.toPrecision(12)) + 0;
