import { z } from 'zod';
import { address, wholeNumber } from './fields.ts';
import { defineSection } from './section.ts';

/** A service that speaks as OpenAI's chat completions do. */
export type AiSettings = {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
};

export const aiSection = defineSection({
  name: 'ai',
  title: 'AI provider',
  schema: z
    .object({
      AI_BASE_URL: address(['http', 'https'], 'https://ai.example.org/v1')
        .optional()
        .describe('Address of an OpenAI-compatible service; without it the built-in parser formats pasted questions.'),
      AI_MODEL: z.string().min(1).max(200).optional().describe('Name of the model there.'),
      AI_API_KEY: z.string().min(1).optional().describe('Its key; local services need none.'),
      AI_TIMEOUT_SEC: wholeNumber({ min: 1, max: 600, fallback: 60 }).describe('How long one answer may take, in seconds.'),
      AI_TOKENS_PER_DAY: wholeNumber({ min: 0, max: 1_000_000_000, fallback: 500_000 }).describe(
        'Tokens that may be spent on a day (UTC), questions and answers together; nothing is asked beyond them.',
      ),
    })
    .superRefine((values, context) => {
      if (values.AI_BASE_URL !== undefined && values.AI_MODEL === undefined)
        context.addIssue({ code: 'custom', path: ['AI_MODEL'], message: 'is needed together with AI_BASE_URL' });
      if (values.AI_MODEL !== undefined && values.AI_BASE_URL === undefined)
        context.addIssue({ code: 'custom', path: ['AI_BASE_URL'], message: 'is needed together with AI_MODEL' });
    }),
  shape: (values): { provider: AiSettings | null; timeoutMs: number; tokensPerDay: number } => ({
    provider:
      values.AI_BASE_URL !== undefined && values.AI_MODEL !== undefined
        ? { baseUrl: values.AI_BASE_URL.replace(/\/+$/, ''), model: values.AI_MODEL, apiKey: values.AI_API_KEY ?? null }
        : null,
    timeoutMs: values.AI_TIMEOUT_SEC * 1_000,
    tokensPerDay: values.AI_TOKENS_PER_DAY,
  }),
});
