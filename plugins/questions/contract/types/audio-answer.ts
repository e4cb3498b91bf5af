import { z } from 'zod';
import { RubricKey } from './rubric.ts';

/** Longest recording, in seconds. */
export const AudioAnswerDetails = z.strictObject({ maxSec: z.number().int().min(5).max(900) });
export type AudioAnswerDetails = z.output<typeof AudioAnswerDetails>;

/** Id of the recording the learner uploaded for this item. */
export const AudioAnswerResponse = z.strictObject({ recording: z.uuid() });
export type AudioAnswerResponse = z.output<typeof AudioAnswerResponse>;

export const audioAnswerShape = { details: AudioAnswerDetails, key: RubricKey, response: AudioAnswerResponse } as const;
