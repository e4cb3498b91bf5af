import { z } from 'zod';
import { TEXT_LIMITS } from '../limits.ts';
import { RubricKey } from './rubric.ts';

/** Words asked for; null where there is no limit. Shown to the learner, not enforced by cutting. */
export const LongTextDetails = z.strictObject({
  minWords: z.number().int().min(1).max(10_000).nullable(),
  maxWords: z.number().int().min(1).max(10_000).nullable(),
});
export type LongTextDetails = z.output<typeof LongTextDetails>;

export const LongTextResponse = z.strictObject({ longText: z.string().max(TEXT_LIMITS.longText) });
export type LongTextResponse = z.output<typeof LongTextResponse>;

export const longTextShape = { details: LongTextDetails, key: RubricKey, response: LongTextResponse } as const;
