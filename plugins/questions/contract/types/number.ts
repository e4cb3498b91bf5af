import { z } from 'zod';
import { MAX_ALTERNATIVES } from '../limits.ts';
import { Feedback, NoDetails, Share } from './option.ts';

/** Right when |given − value| ≤ tolerance. */
export const NumberKey = z.strictObject({
  value: z.number(),
  tolerance: z.number(),
  /** Other numbers that earn a share or have feedback, tried in this order after the right one. */
  alternatives: z
    .array(z.strictObject({ value: z.number(), tolerance: z.number(), share: Share, feedback: Feedback.optional() }))
    .max(MAX_ALTERNATIVES)
    .optional(),
});
export type NumberKey = z.output<typeof NumberKey>;

/** As typed, such as `3,5`; read with the forms of all languages. */
export const NumberResponse = z.strictObject({ number: z.string().max(60) });
export type NumberResponse = z.output<typeof NumberResponse>;

export const numberShape = { details: NoDetails, key: NumberKey, response: NumberResponse } as const;
