import { lazy } from 'react';
import type { Option } from '../../../../../contract/index.ts';
import { type AnswerForm, filledParts, isWritten } from './form.ts';
import { emptyOptions } from './option-list.ts';

/** What is to be ordered, in the right order. */
export type OrderingAnswer = { options: Option[] };

export const orderingForm: AnswerForm<OrderingAnswer> = {
  empty: () => ({ options: emptyOptions() }),
  read({ options, key }) {
    const order = 'order' in key ? key.order : [];
    return { options: options.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) };
  },
  adopt: ({ options }, fresh) =>
    options.some(({ text }) => isWritten(text)) ? { options: options.map(({ id, text }) => ({ id, text })) } : fresh,
  write: ({ options }) => ({ options, details: {}, key: { order: options.map(({ id }) => id) }, unit: null }),
  problems: () => [],
  filled: ({ options }) => filledParts({ options: options.some(({ text }) => isWritten(text)) }),
  Editor: lazy(async () => ({ default: (await import('./OrderingEditor.tsx')).OrderingEditor })),
};
