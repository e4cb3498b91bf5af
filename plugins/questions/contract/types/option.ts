import { z } from 'zod';
import { OPTION_COUNT, OPTION_IDS, TEXT_LIMITS } from '../limits.ts';

export const Option = z.strictObject({
  /** Stable within the question: a … j. */
  id: z.enum(OPTION_IDS),
  /** Markdown with maths. */
  text: z.string().max(TEXT_LIMITS.option),
  /** Keeps its place when options are shuffled ("None of these"). */
  pinned: z.boolean().optional(),
});
export type Option = z.output<typeof Option>;

/** Share of the points an answer earns, 0–1; below 0 it takes points of the same question away. */
export const Share = z.number().min(-1).max(1);
/** Markdown shown to who gave this answer, once the review rules allow it. */
export const Feedback = z.string().max(TEXT_LIMITS.feedback);
/** An option's id as a key names it; true/false uses `true` and `false`. */
export const OptionRef = z.string().min(1).max(10);

/** For types that need nothing beside stem, options and key. */
export const NoDetails = z.strictObject({});
export const MAX_SELECTED = OPTION_COUNT.max;
