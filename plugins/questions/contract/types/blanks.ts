import { z } from 'zod';
import { MAX_GAPS } from '../limits.ts';
import { NumberKey } from './number.ts';
import { Option, OptionRef } from './option.ts';
import { TextKey } from './short-text.ts';

/** `[[1]]` in the stem is the place of gap `1`. */
export const GapId = z.string().regex(/^[1-9][0-9]?$/, 'is a number from 1 to 99');
export const GAP_KINDS = ['text', 'number', 'choice'] as const;

/** A gap of the stem: typed as text or number, or chosen from a list. */
export const Gap = z.strictObject({
  id: GapId,
  kind: z.enum(GAP_KINDS),
  /** For `choice`. */
  options: z.array(Option).max(10).optional(),
});
export type Gap = z.output<typeof Gap>;

export const BlanksDetails = z.strictObject({ gaps: z.array(Gap).max(MAX_GAPS) });
export type BlanksDetails = z.output<typeof BlanksDetails>;

/** What is right in one gap, by its kind. */
export const GapKey = z.union([z.strictObject({ correct: z.array(OptionRef).max(10) }), NumberKey, TextKey]);
export type GapKey = z.output<typeof GapKey>;
/** Each gap earns an equal part of the points. */
export const BlanksKey = z.strictObject({ gaps: z.record(GapId, GapKey) });
export type BlanksKey = z.output<typeof BlanksKey>;

/** As typed, or the id of the chosen option; a gap left out is empty. */
export const BlanksResponse = z.strictObject({ gaps: z.record(z.string().max(2), z.string().max(1_000)) });
export type BlanksResponse = z.output<typeof BlanksResponse>;

export const blanksShape = { details: BlanksDetails, key: BlanksKey, response: BlanksResponse } as const;
