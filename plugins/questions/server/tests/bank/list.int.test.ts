import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createQuestion,
  createTopic,
  exportQuestions,
  listQuestions,
  type Question,
  type Topic,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { importFile, uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('List') } })).body;
});

const create = (fields: Record<string, unknown>) =>
  kit.call<Question>(createQuestion, {
    as: editor,
    headers: { 'idempotency-key': uniqueName('key') },
    body: {
      question: {
        ...sample({ topic: topic.documentId, code: uniqueName('q'), stem: `What is ${uniqueName('it')}?` }),
        ...fields,
      },
      acceptWarnings: true,
    },
  });

describe('the list [Q-01, Q-05]', () => {
  it('filters by topic with what is below, difficulty, type, language, status and words, and pages without gaps', async () => {
    const below = (await kit.call<Topic>(createTopic, { as: editor, body: { name: 'Below', parent: topic.documentId } })).body;
    const word = uniqueName('zebra').replaceAll('-', '');
    const made = [];
    for (let at = 0; at < 5; at += 1) {
      made.push(
        (
          await create({
            stem: `The ${word} number ${at}`,
            difficulty: at + 1,
            topic: below.documentId,
            language: at === 0 ? 'tr' : 'en',
          })
        ).body,
      );
    }
    const list = async (query: Record<string, string | number>) =>
      (
        await kit.call<{ rows: { documentId: string; difficulty: number }[]; next: string | null; total: number | null }>(
          listQuestions,
          { as: editor, query },
        )
      ).body;
    expect((await list({ search: word })).total).toBe(5);
    expect((await list({ search: word, topic: topic.documentId })).total).toBe(5);
    expect((await list({ search: word, difficultyMin: 2, difficultyMax: 3 })).total).toBe(2);
    expect((await list({ search: word, language: 'tr' })).total).toBe(1);
    expect((await list({ search: word, type: 'number' })).total).toBe(0);
    expect((await list({ search: word, status: 'published' })).total).toBe(0);
    expect((await list({ search: `${word.slice(0, 8)} number` })).total).toBe(5);
    for (const sort of ['code', '-code', 'updatedAt', '-updatedAt', 'difficulty', '-difficulty']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ search: word, pageSize: 2, sort, ...(cursor ? { cursor } : {}) });
        seen.push(...page.rows.map(({ documentId }) => documentId));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(new Set(seen)).toEqual(new Set(made.map(({ documentId }) => documentId)));
      expect(seen).toHaveLength(5);
    }
  });

  it.each(['%', '_', '\\', "'", '"', '&|!():*', "a' OR 1=1 --", '\u0000', 'ـ', '的', 'x'.repeat(200)])(
    'takes %j as words, never as SQL [I14]',
    async (search) => {
      expect((await kit.call(listQuestions, { as: editor, query: { search } })).status).toBe(200);
    },
  );

  it('refuses a cursor that somebody made up, and a page of a million', async () => {
    expect((await kit.call(listQuestions, { as: editor, query: { cursor: 'abc' } })).status).toBe(400);
    expect((await kit.call(listQuestions, { as: editor, query: { pageSize: 1_000_000 } })).status).toBe(400);
  });

  it('leaves as CSV that no spreadsheet computes, and comes back unchanged [I3, Q-47]', async () => {
    const word = uniqueName('yak').replaceAll('-', '');
    await create({
      stem: `=HYPERLINK("${word}")`,
      options: [
        { id: 'a', text: '-1' },
        { id: 'b', text: '+1' },
      ],
      explanation: `@${word}, "quoted"\nand more`,
    });
    await create({ stem: `${word} true?`, type: 'true-false', options: [], key: { correct: ['false'] } });
    await create({ stem: `${word} number?`, type: 'number', options: [], key: { value: -2.5, tolerance: 0.1 }, unit: 'm' });
    await create({
      stem: `${word} text?`,
      type: 'short-text',
      options: [],
      key: { accepted: ['one', 'two'], caseSensitive: true },
    });
    await create({
      stem: `${word} many?`,
      type: 'multiple-choice',
      options: [
        { id: 'a', text: 'x' },
        { id: 'b', text: 'y' },
        { id: 'c', text: 'z' },
      ],
      key: { correct: ['a', 'c'] },
      hints: ['h1', 'h2'],
    });
    const file = await kit.call(exportQuestions, { as: editor, query: { search: word } });
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.text).toContain("'=HYPERLINK");
    expect(file.text.split('\r\n').slice(1).join('\n')).not.toMatch(/(^|,)"?[=+@]/m);
    const again = await importFile(
      kit,
      editor,
      { name: 'export.csv', bytes: Buffer.from(file.text) },
      { options: { mode: 'createOrUpdate' } },
    );
    expect(again.counts).toMatchObject({ read: 5, created: 0, updated: 0, skipped: 5, failed: 0 });
  });
});
