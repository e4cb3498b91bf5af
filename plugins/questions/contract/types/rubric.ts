import { z } from 'zod';
import { TEXT_LIMITS } from '../limits.ts';

/** One thing a marker looks at. */
export const Criterion = z.strictObject({
  id: z.string().regex(/^[1-9][0-9]?$/),
  title: z.string().max(200),
  /** What earns how much, in words. */
  description: z.string().max(TEXT_LIMITS.hint).default(''),
  /** Weight of this criterion in the whole, above 0; only the ratio between criteria matters. */
  weight: z.number().min(0).max(100),
});
export type Criterion = z.output<typeof Criterion>;

/** Types marked by hand: what to look at, and an answer that would earn all points. For markers only. */
export const RubricKey = z.strictObject({
  rubric: z.array(Criterion).max(20),
  modelAnswer: z.string().max(TEXT_LIMITS.explanation).nullable(),
});
export type RubricKey = z.output<typeof RubricKey>;
