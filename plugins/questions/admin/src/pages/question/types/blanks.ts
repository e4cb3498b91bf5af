import { lazy } from 'react';
import { type AnswerForm, filledParts } from './form.ts';
import { type GapDraft, gapProblems, isGapFilled, readGap, shownGaps, writeGap } from './gaps.ts';

export type BlanksAnswer = { gaps: GapDraft[] };

const inOrder = (gaps: readonly GapDraft[]) => gaps.toSorted((a, b) => Number(a.id) - Number(b.id));

export const blanksForm: AnswerForm<BlanksAnswer> = {
  empty: () => ({ gaps: [] }),
  read({ details, key }) {
    const keys = 'gaps' in key ? key.gaps : {};
    return { gaps: 'gaps' in details ? details.gaps.map((gap) => readGap(gap, keys[gap.id])) : [] };
  },
  adopt: (_parts, fresh) => fresh,
  write({ gaps }, stem) {
    const written = inOrder(shownGaps(gaps, stem)).map(writeGap);
    return {
      options: [],
      details: { gaps: written.map(({ gap }) => gap) },
      key: { gaps: Object.fromEntries(written.map(({ gap, key }) => [gap.id, key])) },
      unit: null,
    };
  },
  problems: ({ gaps }, stem) => shownGaps(gaps, stem).flatMap(gapProblems),
  filled: ({ gaps }) => filledParts({ gaps: gaps.some(isGapFilled) }),
  Editor: lazy(async () => ({ default: (await import('./BlanksEditor.tsx')).BlanksEditor })),
};
