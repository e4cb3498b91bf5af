import { z } from 'zod';
import { MAX_ALTERNATIVES, TEXT_LIMITS } from '../limits.ts';
import { Feedback, NoDetails, Share } from './option.ts';

/** Right when it equals one of the accepted texts after normalising. */
export const TextKey = z.strictObject({
  accepted: z.array(z.string().max(TEXT_LIMITS.accepted)).max(50),
  caseSensitive: z.boolean(),
  /** Other texts that earn a share or have feedback, tried in this order after the accepted ones. */
  alternatives: z
    .array(z.strictObject({ text: z.string().max(TEXT_LIMITS.accepted), share: Share, feedback: Feedback.optional() }))
    .max(MAX_ALTERNATIVES)
    .optional(),
});
export type TextKey = z.output<typeof TextKey>;

export const TextResponse = z.strictObject({ text: z.string().max(1_000) });
export type TextResponse = z.output<typeof TextResponse>;

export const shortTextShape = { details: NoDetails, key: TextKey, response: TextResponse } as const;
