import { z } from 'zod';
import { Feedback, MAX_SELECTED, NoDetails, OptionRef, Share } from './option.ts';

/** Ids of the right options, with shares and feedback where an option has its own. */
export const ChoiceKey = z.strictObject({
  correct: z.array(OptionRef).max(MAX_SELECTED),
  /**
   * Share per option instead of all or nothing. Single choice: what choosing it earns.
   * Multiple choice: the sum over the chosen options counts, between 0 and 1. Options that are not named earn 0.
   */
  shares: z.record(OptionRef, Share).optional(),
  /** Feedback per option. */
  feedback: z.record(OptionRef, Feedback).optional(),
});
export type ChoiceKey = z.output<typeof ChoiceKey>;

export const ChoiceResponse = z.strictObject({ selected: z.array(z.string().max(10)).max(MAX_SELECTED) });
export type ChoiceResponse = z.output<typeof ChoiceResponse>;

export const choiceShape = { details: NoDetails, key: ChoiceKey, response: ChoiceResponse } as const;
