import { askAi, db, sql, useAi } from '@lyceum/core/server';
import { type OpenAiServer, startOpenAiServer, testKit } from '@lyceum/core/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const Answer = z.strictObject({ questions: z.array(z.strictObject({ stem: z.string() })) });
let server: OpenAiServer;
let purpose = 0;

const ask = (signal?: AbortSignal) =>
  askAi({
    purpose: `test.${purpose}`,
    instructions: 'Format the questions.',
    prompt: '1. What is 2 + 2?',
    schema: Answer,
    maxTokens: 500,
    ...(signal ? { signal } : {}),
  });
const spent = async () =>
  db().maybeOne<{ calls: number; tokens: number }>(sql`
    SELECT calls, tokens FROM activity.core_ai_usage WHERE purpose = ${`test.${purpose}`}`);
const provider = () => ({ baseUrl: server.baseUrl, model: 'test-model', apiKey: 'k' });
const use = (fields: object = {}) => useAi({ provider: provider(), timeoutMs: 5_000, tokensPerDay: 1_000_000_000, ...fields });

beforeAll(async () => {
  await testKit();
  server = await startOpenAiServer();
});
afterAll(async () => {
  useAi(undefined);
  await server.close();
});
beforeEach(() => {
  purpose += 1;
  use();
});

describe('an AI provider [Q-43, Q-44]', () => {
  it('is asked with instructions apart from what people wrote, and its answer fits the schema', async () => {
    server.behave({ kind: 'answer', value: { questions: [{ stem: '2 + 2?' }] }, tokens: 321 });
    const answer = await ask();
    expect(answer.value).toEqual({ questions: [{ stem: '2 + 2?' }] });
    expect(answer.provider).toBe(`${new URL(server.baseUrl).host} test-model`);
    const asked = server.asked.at(-1);
    expect(asked).toMatchObject({ model: 'test-model', max_tokens: 500 });
    expect(asked?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(asked?.messages[0]?.content).toMatch(/^Format the questions\.[\s\S]*"stem"/);
    expect(asked?.messages[1]?.content).toBe('1. What is 2 + 2?');
    expect(await spent()).toEqual({ calls: 1, tokens: 321 });
  });

  it.each([
    ['nonsense', { kind: 'text', text: 'I am afraid I cannot do that.' }],
    ['JSON of another shape', { kind: 'answer', value: { items: [] } }],
    ['fields nobody asked for', { kind: 'answer', value: { questions: [{ stem: 'x', publish: true }] } }],
    ['half a JSON text', { kind: 'text', text: '{"questions": [{"stem": "2 +' }],
    ['nothing', { kind: 'text', text: '' }],
  ] as const)('that answers %s is refused, and what it cost is counted', async (_, behaviour) => {
    server.behave(behaviour);
    await expect(ask()).rejects.toMatchObject({ problem: { code: 'core/ai-nonsense' } });
    expect((await spent())?.calls).toBe(1);
  });

  it('that is slow, breaks off or errs is told from one that talks nonsense', async () => {
    use({ timeoutMs: 200 });
    server.behave({ kind: 'silent' });
    await expect(ask()).rejects.toMatchObject({ problem: { code: 'core/ai-unavailable' }, params: { reason: 'timeout' } });
    use();
    server.behave({ kind: 'half' });
    await expect(ask()).rejects.toMatchObject({ problem: { code: 'core/ai-unavailable' }, params: { reason: 'error' } });
    server.behave({ kind: 'error', status: 503 });
    await expect(ask()).rejects.toMatchObject({ problem: { code: 'core/ai-unavailable' } });
    useAi({ provider: null, timeoutMs: 200, tokensPerDay: 1 });
    await expect(ask()).rejects.toMatchObject({ params: { reason: 'none' } });
  });

  it('is not asked when the budget of the day is spent', async () => {
    server.behave({ kind: 'answer', value: { questions: [] }, tokens: 10 });
    await ask();
    const before = server.asked.length;
    use({ tokensPerDay: 10 });
    await expect(ask()).rejects.toMatchObject({ problem: { code: 'core/ai-budget-spent' } });
    expect(server.asked).toHaveLength(before);
  });

  it('is let go when nobody waits any more', async () => {
    server.behave({ kind: 'silent' });
    const abort = new AbortController();
    const waiting = ask(abort.signal);
    abort.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
  });
});
