import { Readable } from 'node:stream';
import { db, files, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { markPreview, type PreviewMark, previewQuestion, QUESTION_TYPES, type QuestionPreview } from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { QUESTIONS, rightResponse, SECRETS } from './samples.ts';

let kit: TestKit;
let editor: Person;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
});

const preview = async (question: object, seed = 0) =>
  (await kit.call<QuestionPreview>(previewQuestion, { as: editor, body: { question, seed } })).body;
const mark = (question: object, response: unknown, seed = 0) =>
  kit.call<PreviewMark>(markPreview, { as: editor, body: { question, seed, response } });

describe('the preview of an unsaved question [Q-45]', () => {
  it.each(QUESTION_TYPES)('shows %s as learners get it, with what is right beside it and not in it [A3]', async (type) => {
    const shown = await preview(QUESTIONS[type]);
    expect(shown.item).toMatchObject({ item: 1, type, lang: 'en', points: 1 });
    expect(SECRETS.filter((word) => JSON.stringify(shown.item).includes(word))).toEqual([]);
    expect(shown.explanationHtml).toContain('explained-secret');
    expect(shown.solutionHtml).toContain('solved-secret');
    expect(shown.hintsHtml.join()).toContain('hinted-secret');
  });

  it.each(QUESTION_TYPES.filter((type) => type !== 'long-text' && type !== 'audio-answer'))(
    'marks a right and an empty answer to %s in any order of the lists',
    async (type) => {
      for (const seed of [0, 3]) {
        const { right } = await preview(QUESTIONS[type], seed);
        const { body } = await mark(QUESTIONS[type], rightResponse(type, right), seed);
        expect({ seed, ...body }).toMatchObject({ seed, ratio: 1, points: 1 });
        expect((await mark(QUESTIONS[type], null, seed)).body.ratio).toBe(0);
      }
    },
  );

  it('leaves to a person what a person marks', async () => {
    const { body } = await mark(QUESTIONS['long-text'], { longText: 'five words and a few' });
    expect(body).toEqual({ ratio: null, points: null, feedbackHtml: [] });
  });

  it('gives the feedback the author wrote for just this answer, and half of the pairs half of the points', async () => {
    const { body } = await mark(QUESTIONS['single-choice'], { selected: ['2'] });
    expect(body).toMatchObject({ ratio: 0, feedbackHtml: ['<p>feedback-secret</p>'] });
    const { right } = await preview(QUESTIONS.matching);
    const [first = ''] = Object.values((right as { pairs: Record<string, string> }).pairs);
    expect((await mark(QUESTIONS.matching, { pairs: { '1': first } })).body.ratio).toBe(0.5);
  });

  it('shows nothing that runs, and formulas as formulas [I1, Q-21]', async () => {
    const { item } = await preview(
      sample({
        stem: 'Is <script>alert(1)</script> $x^2$?',
        options: [
          { id: 'a', text: '<img src=x onerror=alert(1)>' },
          { id: 'b', text: '**b**' },
        ],
      }),
    );
    expect(item.stemHtml).toContain('<math');
    expect(item.stemHtml).not.toContain('<script');
    expect(item.options[0]?.html).not.toContain('<img');
    expect(item.options[1]?.html).toContain('<strong>b</strong>');
  });

  const put = async (purpose: string) =>
    (await files.put({ name: 'sound.ogg', mimeType: 'audio/ogg', purpose, stream: Readable.from([Buffer.from('OggS')]) })).id;
  const sound = async () => {
    const id = await put('questions.media');
    await db().run(
      sql`INSERT INTO activity.questions_media (sha256, private_file_id, url) VALUES (${id}, ${id}, ${`/media/${id}`})`,
    );
    return id;
  };

  it('gives each sound of a question an address that opens it for a while [Q-20]', async () => {
    const id = await sound();
    const { item, media } = await preview(sample({ stem: `Listen: ![talk](/media/${id} "plays=2")` }));
    expect(item.stemHtml).toContain(`data-media="${id}" data-plays="2"`);
    expect(media[id]).toMatch(new RegExp(`^/api/v1/questions/media/${id}\\?`));
  });

  it('opens no other private file whose number somebody writes into a text, a recording of a learner least of all [Q-20, A1]', async () => {
    const [own, recording] = [await sound(), await put('exams.recordings')];
    const stem = `Which? ![one](/media/${own}) ![two](/media/${recording})`;
    expect(Object.keys((await preview(sample({ stem }))).media)).toEqual([own]);
  });

  it('refuses an answer of no known shape, and everybody without the right', async () => {
    expect((await mark(QUESTIONS.number, { anything: 1 })).status).toBe(400);
    const nobody = await kit.staff(['plugin::questions.import']);
    expect((await kit.call(markPreview, { as: nobody, body: { question: QUESTIONS.number, response: null } })).status).toBe(403);
  });
});
