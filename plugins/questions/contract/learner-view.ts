import { z } from 'zod';

/** Id of an option as a learner gets it: its place in the order shown, `'1'` … `'10'`; it says nothing of the bank's order. */
const PlaceId = z.string().max(10);

/** An option, a prompt or a choice of a gap, rendered. */
export const ViewOption = z.object({ id: z.string().max(10), html: z.string() });
export type ViewOption = z.output<typeof ViewOption>;

export const ViewGap = z.object({
  id: z.string(),
  kind: z.enum(['text', 'number', 'choice']),
  options: z.array(ViewOption).optional(),
});
export type ViewGap = z.output<typeof ViewGap>;

/** What a type shows beside stem and options. Null for types that need nothing else. */
export const ViewDetails = z
  .union([
    z.object({ gaps: z.array(ViewGap) }),
    z.object({ prompts: z.array(ViewOption) }),
    z.object({ minWords: z.number().int().nullable(), maxWords: z.number().int().nullable() }),
    z.object({ maxSec: z.number().int() }),
  ])
  .nullable();
export type ViewDetails = z.output<typeof ViewDetails>;

const RightGap = z.union([
  z.object({ selected: z.array(PlaceId) }),
  z.object({ number: z.number(), tolerance: z.number() }),
  z.object({ accepted: z.array(z.string()) }),
]);
export type RightGap = z.output<typeof RightGap>;

/** The right answer in the ids that the learner saw. Only ever sent when the review rules, or the link, allow it. */
export const RightAnswer = z.union([
  ...RightGap.options,
  z.object({ gaps: z.record(z.string(), RightGap) }),
  z.object({ pairs: z.record(z.string(), PlaceId) }),
  z.object({ order: z.array(PlaceId) }),
  /** Marked by hand: an answer that would earn all points, where the author gave one. */
  z.object({ modelAnswerHtml: z.string().nullable() }),
]);
export type RightAnswer = z.output<typeof RightAnswer>;
