import { lazy } from 'react';
import { readTexts, type TextAlternative, textProblems, writeTexts } from './alternatives.ts';
import { type AnswerForm, filledParts, isWritten } from './form.ts';

export type TextAnswer = { accepted: string[]; caseSensitive: boolean; alternatives: TextAlternative[] };

const empty = (): TextAnswer => ({ accepted: [''], caseSensitive: false, alternatives: [] });

export const shortTextForm: AnswerForm<TextAnswer> = {
  empty,
  read: ({ key }) =>
    'accepted' in key
      ? { accepted: key.accepted, caseSensitive: key.caseSensitive, alternatives: readTexts(key.alternatives) }
      : empty(),
  adopt: (_parts, fresh) => fresh,
  write: ({ accepted, caseSensitive, alternatives }) => ({
    options: [],
    details: {},
    key: { accepted: accepted.filter(isWritten), caseSensitive, ...writeTexts(alternatives) },
    unit: null,
  }),
  problems: ({ alternatives }) => textProblems(alternatives, 'key.alternatives'),
  filled: ({ accepted, alternatives }) =>
    filledParts({ accepted: accepted.some(isWritten), alternatives: alternatives.length > 0 }),
  Editor: lazy(async () => ({ default: (await import('./ShortTextEditor.tsx')).ShortTextEditor })),
};
