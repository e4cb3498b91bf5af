import { lazy } from 'react';
import { type NumberAlternative, numberProblems, readNumbers, writeNumbers } from './alternatives.ts';
import { type AnswerForm, filledParts, isWritten, missing } from './form.ts';

export type NumberAnswer = {
  value: number | undefined;
  tolerance: number | undefined;
  unit: string;
  alternatives: NumberAlternative[];
};

const empty = (): NumberAnswer => ({ value: undefined, tolerance: 0, unit: '', alternatives: [] });

export const numberForm: AnswerForm<NumberAnswer> = {
  empty,
  read: ({ key, unit }) =>
    'tolerance' in key
      ? { value: key.value, tolerance: key.tolerance, unit: unit ?? '', alternatives: readNumbers(key.alternatives) }
      : { ...empty(), unit: unit ?? '' },
  adopt: (_parts, fresh) => fresh,
  write: ({ value = 0, tolerance = 0, unit, alternatives }) => ({
    options: [],
    details: {},
    key: { value, tolerance, ...writeNumbers(alternatives) },
    unit: isWritten(unit) ? unit : null,
  }),
  problems: ({ value, alternatives }) => [
    ...(value === undefined ? [missing('key.value')] : []),
    ...numberProblems(alternatives, 'key.alternatives'),
  ],
  filled: ({ value, unit, alternatives }) =>
    filledParts({ number: value !== undefined, unit: isWritten(unit), alternatives: alternatives.length > 0 }),
  Editor: lazy(async () => ({ default: (await import('./NumberEditor.tsx')).NumberEditor })),
};
