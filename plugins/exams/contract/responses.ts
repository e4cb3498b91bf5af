import { MAX_GAPS } from '@lyceum/questions/contract/limits';
import {
  AudioAnswerResponse,
  BlanksResponse,
  LongTextResponse,
  MAX_SELECTED,
  NumberResponse,
  TextResponse,
} from '@lyceum/questions/contract/types';
import { z } from 'zod';

/** Id of an option on this paper: its place, `'1'` … `'10'`. It says nothing about the bank's own order. */
export const OptionId = z.string().regex(/^[1-9]\d?$/, 'is not an option of a paper');

const Choice = z.strictObject({ selected: z.array(OptionId).max(MAX_SELECTED) });
const Matching = z.strictObject({
  pairs: z
    .record(z.string().regex(/^(?:[1-9]|10)$/, 'is not a prompt'), OptionId)
    .refine((pairs) => Object.keys(pairs).length <= MAX_SELECTED, 'has too many pairs'),
});
const Blanks = BlanksResponse.refine(({ gaps }) => Object.keys(gaps).length <= MAX_GAPS, {
  path: ['gaps'],
  message: 'has too many gaps',
});
const Ordering = z.strictObject({ order: z.array(OptionId).max(MAX_SELECTED) });

/**
 * What a learner gives, in the ids of the paper: the shapes of the question types with places instead of bank ids.
 * Which one fits is told by the item's type; one that does not fit scores nothing.
 */
export const ItemResponse = z.union([
  Choice,
  NumberResponse,
  TextResponse,
  Blanks,
  Matching,
  Ordering,
  LongTextResponse,
  AudioAnswerResponse,
]);
export type ItemResponse = z.output<typeof ItemResponse>;

/** One changed item. `rev` grows by one with every change of this item on the device. */
export const ItemChange = z.strictObject({
  item: z.number().int().min(1).max(500),
  rev: z.number().int().min(1).max(1_000_000_000),
  /** Null clears the answer. */
  response: ItemResponse.nullable(),
  flagged: z.boolean().default(false),
  /** Whole seconds the item was on screen in all. For the learner's statistics; no time limit is taken from it. */
  secondsSpent: z.number().int().min(0).max(604_800).default(0),
});
export type ItemChange = z.output<typeof ItemChange>;

export const SavedResponse = z.object({
  rev: z.number().int(),
  response: ItemResponse.nullable(),
  flagged: z.boolean(),
  secondsSpent: z.number().int(),
});
export type SavedResponse = z.output<typeof SavedResponse>;
