import { db, inTransaction, sql, useAi } from '@lyceum/core/server';
import { type OpenAiServer, type Person, startOpenAiServer, type TestKit, testKit } from '@lyceum/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptFormatted,
  createQuestion,
  createTopic,
  type FormatItem,
  formatText,
  getFormatWay,
  PROMPT_VERSION,
  publishQuestions,
  type Question,
  type QuestionInput,
  suggestTags,
  type TagSuggestion,
  type Topic,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { alikeStatement } from '../../src/records/alike.ts';
import { distinctStem, uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let server: OpenAiServer;
let topic: Topic;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  server = await startOpenAiServer();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Cities') } })).body;
});
afterAll(async () => {
  useAi(undefined);
  await server.close();
});

const withProvider = (timeoutMs = 5_000) =>
  useAi({ provider: { baseUrl: server.baseUrl, model: 'm', apiKey: null }, timeoutMs, tokensPerDay: 1_000_000_000 });
const withoutProvider = () => useAi({ provider: null, timeoutMs: 1_000, tokensPerDay: 0 });

type Formatted = { way: string; provider: string | null; items: FormatItem[] };
const format = (text: string, way: 'ai' | 'built-in' = 'ai') =>
  kit.call<Formatted>(formatText, { as: editor, body: { text, language: 'en', way } });
const accept = (questions: readonly QuestionInput[], provider: string | null) =>
  kit.call<{ results: { documentId: string | null; messages: { field: string; message: string }[] }[] }>(acceptFormatted, {
    as: editor,
    body: { questions, provider, acceptWarnings: true },
  });

/** What the provider proposes for two questions; the first one names a topic of the bank. */
const proposals = (stem: string) => ({
  questions: [
    {
      firstLine: 1,
      lastLine: 4,
      type: 'single-choice',
      stem,
      options: ['Lyon', 'Paris', 'Nice'],
      correct: [1],
      topic: topic.path,
      difficulty: 2,
    },
    { firstLine: 6, lastLine: 6, type: 'true-false', stem: `${stem} in the north`, correct: [], topic: 'No such topic' },
  ],
});
const TEXT = '1) what is the captial of france\na) Lyon\nb) Paris\nc) Nice\nPage 7\n2) Paris lies in the north. True or false?';

describe('formatting with a provider [Q-43]', () => {
  it('gives drafts beside the lines they came from, with topic and difficulty of the bank, and loses no line', async () => {
    withProvider();
    server.behave({ kind: 'answer', value: proposals(uniqueName('What is the capital of France')) });
    const { body } = await format(TEXT);
    expect(body.way).toBe('ai');
    expect(body.items.map(({ original, proposal }) => [original.split('\n')[0], proposal?.type ?? null])).toEqual([
      ['1) what is the captial of france', 'single-choice'],
      ['Page 7', null],
      ['2) Paris lies in the north. True or false?', 'true-false'],
    ]);
    expect(body.items[0]?.proposal).toMatchObject({ topic: topic.documentId, difficulty: 2, key: { correct: ['b'] } });
    const second = body.items[2]?.messages.map(({ code }) => code);
    expect(second).toEqual(expect.arrayContaining(['topicUnknown', 'keyMissing']));
    expect(server.asked.at(-1)?.messages[0]?.content).toContain(topic.path);
  });

  it('stores what is accepted as drafts that say who formatted them, and nothing is published', async () => {
    withProvider();
    server.behave({ kind: 'answer', value: proposals(uniqueName('Capital')) });
    const { body } = await format(TEXT);
    const [first, , second] = body.items.map(({ proposal }) => proposal);
    const { results } = (await accept([first as QuestionInput, second as QuestionInput], body.provider)).body;
    expect(results[0]?.documentId).toMatch(/^[a-z0-9]{24}$/);
    expect(results[1]).toMatchObject({ documentId: null });
    expect(results[1]?.messages.map(({ field }) => field)).toEqual(expect.arrayContaining(['topic', 'key']));
    const row = await db().one<{ state: string; ai: object }>(sql`
      SELECT state, ai FROM questions_questions WHERE document_id = ${results[0]?.documentId} AND published_at IS NULL`);
    expect(row).toMatchObject({ state: 'draft', ai: { provider: body.provider, promptVersion: PROMPT_VERSION } });
  });

  it('checks what the provider wrote like anything else: an exact duplicate is refused and named [Q-49]', async () => {
    withProvider();
    const stem = uniqueName('Twin');
    server.behave({ kind: 'answer', value: proposals(stem) });
    const [proposal] = (await format(TEXT)).body.items.map((item) => item.proposal);
    expect((await accept([proposal as QuestionInput], 'p')).body.results[0]?.documentId).not.toBeNull();
    const again = (await accept([{ ...(proposal as QuestionInput), code: uniqueName('other').slice(0, 40) }], 'p')).body
      .results[0];
    expect(again?.documentId).toBeNull();
    expect(again?.messages.length).toBeGreaterThan(0);
  });
});

describe('a provider that fails [Q-44]', () => {
  it.each([
    ['errs', { kind: 'error', status: 500 }, 503],
    ['talks nonsense', { kind: 'text', text: 'Sorry!' }, 503],
    ['breaks off', { kind: 'half' }, 503],
    ['keeps silent', { kind: 'silent' }, 503],
  ] as const)('and %s changes nothing and can be asked again', async (_, behaviour, status) => {
    withProvider(300);
    server.behave(behaviour);
    expect((await format(TEXT)).status).toBe(status);
    withProvider();
    server.behave({ kind: 'answer', value: proposals(uniqueName('Again')) });
    expect((await format(TEXT)).status).toBe(200);
  });
});

describe('without a provider [Q-44]', () => {
  it('the built-in parser reads numbered stems, lettered options and the line that names the answer, and says so', async () => {
    withoutProvider();
    expect((await kit.call(getFormatWay, { as: editor })).body).toEqual({ provider: null, promptVersion: PROMPT_VERSION });
    const stem = uniqueName('What is the capital of France');
    const { body } = await format(`1. ${stem}?\na) Lyon\nb) Paris\nc) Nice\nAnswer: b`);
    expect(body).toMatchObject({ way: 'built-in', provider: null });
    expect(body.items[0]?.proposal).toMatchObject({ type: 'single-choice', stem: `${stem}?`, key: { correct: ['b'] } });
    const { results } = (await accept([{ ...(body.items[0]?.proposal as QuestionInput), topic: topic.documentId }], null)).body;
    const row = await db().one<{ ai: object | null }>(sql`
      SELECT ai FROM questions_questions WHERE document_id = ${results[0]?.documentId} AND published_at IS NULL`);
    expect(row.ai).toBeNull();
  });

  it('refuses to format nothing', async () => {
    withoutProvider();
    expect((await format('  \n ')).status).toBe(422);
  });
});

describe('suggested tags [Q-18]', () => {
  it('come from the questions that are most alike, where there is no provider', async () => {
    withoutProvider();
    const word = uniqueName('photosynthesis').replace(/[^a-z]/gi, '');
    const make = async (stem: string, topicId: string, difficulty: number) =>
      (
        await kit.call<Question>(createQuestion, {
          as: editor,
          body: {
            question: sample({ code: uniqueName('S').slice(0, 40), stem, topic: topicId as never, difficulty }),
            acceptWarnings: true,
          },
        })
      ).body.documentId;
    const other = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Plants') } })).body;
    for (const at of [1, 2, 3]) await make(`${word} leaves number ${at}`, other.documentId, 7);
    const documentId = await make(`${word} ${word}chlorophyll`, topic.documentId, 1);
    const { suggestions } = (
      await kit.call<{ suggestions: TagSuggestion[] }>(suggestTags, { as: editor, body: { documentIds: [documentId] } })
    ).body;
    expect(suggestions).toEqual([{ documentId, topic: other.documentId, difficulty: 7, examTypes: [], way: 'built-in' }]);
  });

  it('find the alike ones by an index, however large the bank is [Q-18]', async () => {
    const statement = alikeStatement('Explain photosynthesis with İstanbul’s çiçek', 'none', 15) ?? sql`SELECT 1`;
    const plan: object[] = [];
    // Enough rows that reading all of them would be the slower way; none of them stays.
    const work = inTransaction(async (tx) => {
      await tx.run(sql`
        INSERT INTO questions_questions (document_id, code, stem, options, details, state)
        SELECT 'alike-' || n, 'alike-' || n, 'Stem ' || n, '[]', '{}', 'draft' FROM generate_series(1, 2000) n`);
      await tx.run(sql`ANALYZE questions_questions`);
      plan.push(...(await tx.many<object>(sql`EXPLAIN ${statement}`)));
      throw new Error('taken back');
    });
    await expect(work).rejects.toThrow('taken back');
    expect(JSON.stringify(plan)).toContain('questions_questions_search');
  });

  it('come from the provider where there is one, and only names of the bank are taken', async () => {
    withProvider();
    server.behave({ kind: 'answer', value: { tags: [{ place: 0, topic: topic.path, difficulty: 9, examTypes: ['NO-SUCH'] }] } });
    const question = sample({ code: uniqueName('S').slice(0, 40), stem: distinctStem(), topic: topic.documentId });
    const { documentId } = (await kit.call<Question>(createQuestion, { as: editor, body: { question } })).body;
    await kit.call(publishQuestions, { as: editor, body: { documentIds: [documentId] } });
    const { suggestions } = (
      await kit.call<{ suggestions: TagSuggestion[] }>(suggestTags, { as: editor, body: { documentIds: [documentId] } })
    ).body;
    expect(suggestions).toEqual([{ documentId, topic: topic.documentId, difficulty: 9, examTypes: [], way: 'ai' }]);
  });
});
