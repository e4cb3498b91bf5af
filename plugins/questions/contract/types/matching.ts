import { z } from 'zod';
import { OPTION_COUNT, TEXT_LIMITS } from '../limits.ts';
import { OptionRef } from './option.ts';

/** What is matched with one of the options; `1` … `10`. */
export const PromptId = z.string().regex(/^(?:[1-9]|10)$/, 'is a number from 1 to 10');
export const Prompt = z.strictObject({ id: PromptId, text: z.string().max(TEXT_LIMITS.option) });
export type Prompt = z.output<typeof Prompt>;

/** The options of the question are what prompts are matched with; some may fit none. */
export const MatchingDetails = z.strictObject({ prompts: z.array(Prompt).max(OPTION_COUNT.max) });
export type MatchingDetails = z.output<typeof MatchingDetails>;

/** Option per prompt; each right pair earns an equal part of the points. An option may be right for several prompts. */
export const MatchingKey = z.strictObject({ pairs: z.record(PromptId, OptionRef) });
export type MatchingKey = z.output<typeof MatchingKey>;

export const MatchingResponse = z.strictObject({ pairs: z.record(z.string().max(2), z.string().max(10)) });
export type MatchingResponse = z.output<typeof MatchingResponse>;

export const matchingShape = { details: MatchingDetails, key: MatchingKey, response: MatchingResponse } as const;
