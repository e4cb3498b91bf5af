import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { type AiSettings, env } from '@lyceum/config/env';
import { generateText, NoObjectGeneratedError, NoOutputGeneratedError, Output } from 'ai';
import { z } from 'zod';
import { coreProblems, refuse } from '../../../contract/index.ts';
import { noteUsage, tokensToday } from '../records/ai-usage.ts';
import { shared } from '../state.ts';
import { log } from './log.ts';

/** One question to the provider. */
export type AiQuestion<Schema extends z.ZodType> = {
  /** Who asks, for the budget and the log, such as `questions.format`. */
  readonly purpose: string;
  readonly instructions: string;
  /** What it is about; untrusted text of people stands here and never in the instructions. */
  readonly prompt: string;
  /** What the answer must be; anything else is refused. */
  readonly schema: Schema;
  /** Most tokens of the answer. */
  readonly maxTokens: number;
  readonly signal?: AbortSignal;
};

export type AiAnswer<Value> = {
  readonly value: Value;
  /** Host and model, to be kept with what came of it. */
  readonly provider: string;
};

type AiConfig = { readonly provider: AiSettings | null; readonly timeoutMs: number; readonly tokensPerDay: number };

const given = () => shared('ai', (): { config: AiConfig | undefined } => ({ config: undefined }));
const config = (): AiConfig => given().config ?? env().ai;

/** For tests: works with another provider, or with that of the environment again. */
export function useAi(other: AiConfig | undefined): void {
  given().config = other;
}

/** Host and model of the provider; null while there is none, and features use their built-in way. */
export function aiProvider(): string | null {
  const { provider } = config();
  return provider === null ? null : `${new URL(provider.baseUrl).host} ${provider.model}`;
}

/** Not every such service takes a schema beside the question, so it is told in words. */
const withSchema = (instructions: string, schema: z.ZodType): string =>
  `${instructions}\n\nAnswer with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))}`;

// It would say with every question that the schema goes into the words.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

const modelOf = ({ baseUrl, model, apiKey }: AiSettings) =>
  createOpenAICompatible({ name: 'lyceum', baseURL: baseUrl, ...(apiKey === null ? {} : { apiKey }) })(model);

/** Tokens of a text where the provider does not count them: four letters a token is the usual rule of thumb. */
const guessedTokens = (text: string): number => Math.ceil(text.length / 4);

const isNonsense = (error: unknown): boolean =>
  NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error);

/**
 * Asks the provider once, within its time and the day's budget. What was spent counts also when the answer is of no use.
 * @throws Refusal `aiUnavailable` without a provider, after a time-out or an error of it; `aiNonsense` for an answer that does not
 * fit the schema; `aiBudgetSpent` when the day's tokens are used up
 */
export async function askAi<Schema extends z.ZodType>(question: AiQuestion<Schema>): Promise<AiAnswer<z.output<Schema>>> {
  const { provider, timeoutMs, tokensPerDay } = config();
  const { purpose, instructions, prompt, schema, maxTokens } = question;
  if (provider === null) return refuse(coreProblems.aiUnavailable, { params: { reason: 'none' } });
  if ((await tokensToday()) >= tokensPerDay) return refuse(coreProblems.aiBudgetSpent, { params: { max: tokensPerDay } });
  const timeout = AbortSignal.timeout(timeoutMs);
  const abortSignal = question.signal ? AbortSignal.any([question.signal, timeout]) : timeout;
  try {
    const answer = await generateText({
      model: modelOf(provider),
      instructions: withSchema(instructions, schema),
      prompt,
      abortSignal,
      maxRetries: 0,
      maxOutputTokens: maxTokens,
      output: Output.object({ schema }),
    });
    await noteUsage(purpose, answer.usage.totalTokens ?? guessedTokens(instructions + prompt + answer.text));
    return { value: answer.output as z.output<Schema>, provider: aiProvider() ?? '' };
  } catch (error) {
    if (question.signal?.aborted) throw error;
    await noteUsage(
      purpose,
      isNonsense(error) ? guessedTokens(instructions + prompt) + maxTokens : guessedTokens(instructions + prompt),
    );
    // The text of the error may hold what the provider was asked; its name and status are enough.
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    log().warn(
      { purpose, status, name: error instanceof Error ? error.name : 'unknown' },
      'the AI provider gave no usable answer',
    );
    if (isNonsense(error)) return refuse(coreProblems.aiNonsense, { cause: error });
    return refuse(coreProblems.aiUnavailable, { params: { reason: timeout.aborted ? 'timeout' : 'error' }, cause: error });
  }
}
