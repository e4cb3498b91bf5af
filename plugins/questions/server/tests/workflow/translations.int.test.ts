import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  archiveQuestions,
  copyQuestion,
  createTopic,
  getQuestion,
  getRelatives,
  type HistoryEntry,
  type LanguageVersion,
  listHistory,
  publishQuestions,
  type Question,
  type QuestionsPublic,
  startBulk,
  type Topic,
  translateQuestion,
  updateQuestion,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { make, WITHOUT_ALL } from '../bank/bank.ts';
import { importFile, uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let teacher: Person;
let topic: Topic;
let bank: QuestionsPublic;

beforeAll(async () => {
  kit = await testKit();
  [editor, teacher] = await Promise.all([kit.staff(), kit.staff(WITHOUT_ALL)]);
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Translations') } })).body;
  bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
});

type Made = { documentId: Question['documentId']; code: string };
type Relatives = {
  origin: { documentId: string; code: string | null } | null;
  main: LanguageVersion | null;
  translations: LanguageVersion[];
  mayTranslate: boolean;
};
const translate = (documentId: string, language: string, as = editor) =>
  kit.call<Made>(translateQuestion, { as, params: { documentId }, body: { language } });
const relatives = async (documentId: string, as = editor): Promise<Relatives> =>
  (await kit.call<Relatives>(getRelatives, { as, params: { documentId } })).body;
const publish = (...documentIds: string[]) =>
  kit.call(publishQuestions, { as: editor, body: { documentIds, acceptWarnings: true } });
const read = async (documentId: string) => (await kit.call<Question>(getQuestion, { as: editor, params: { documentId } })).body;

describe('translations of a question [Q-11]', () => {
  it('begin as a draft with the same structure in another language, and both show each other', async () => {
    const main = await make(kit, editor, topic.documentId);
    const made = await translate(main.documentId, 'tr');
    expect(made.status).toBe(200);
    const [before, draft] = [await read(main.documentId), await read(made.body.documentId)];
    expect(draft).toMatchObject({ language: 'tr', status: 'draft', version: 0, options: before.options, key: before.key });
    expect(draft.code).toBe(`${main.code}-tr`);
    expect(await relatives(main.documentId)).toMatchObject({
      main: null,
      translations: [{ documentId: draft.documentId, language: 'tr', status: 'draft' }],
      mayTranslate: true,
    });
    expect(await relatives(draft.documentId)).toMatchObject({
      main: { documentId: main.documentId, language: 'en' },
      mayTranslate: false,
    });
    const history = await kit.call<{ rows: HistoryEntry[] }>(listHistory, {
      as: editor,
      params: { documentId: draft.documentId },
    });
    expect(history.body.rows[0]?.verb).toBe('translate');
  });

  it('are found for attempts once they are published, and are not drawn by themselves', async () => {
    const main = await make(kit, editor, topic.documentId);
    const { body: made } = await translate(main.documentId, 'ar');
    await publish(main.documentId);
    const id = main.documentId;
    expect((await bank.translations([id])).size).toBe(0);
    await publish(made.documentId);
    expect((await bank.translations([id])).get(id)).toMatchObject([{ documentId: made.documentId, language: 'ar' }]);
    const drawn = await bank.candidates({ topic: topic.documentId, difficultyMin: 1, difficultyMax: 10 });
    expect(drawn.map(({ documentId }) => documentId)).not.toContain(made.documentId);
    await kit.call(archiveQuestions, { as: editor, body: { documentIds: [id] } });
    expect((await relatives(made.documentId)).main?.status).toBe('archived');
  });

  it('are one for each language, also when two editors add it at once or change the language later', async () => {
    const main = await make(kit, editor, topic.documentId);
    const both = await Promise.all([translate(main.documentId, 'tr'), translate(main.documentId, 'tr')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.text).toContain('questions/translation-exists');
    const { body: arabic } = await translate(main.documentId, 'ar');
    const question = { ...sample({ topic: topic.documentId, code: arabic.code, language: 'tr' }), stem: uniqueName('turned') };
    const change = { as: editor, params: { documentId: arabic.documentId }, body: { question, acceptWarnings: true } };
    const refused = await kit.call(updateQuestion, change);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('questions/translation-exists');
  });

  it('keep their language when a file would change it, and the import goes on', async () => {
    const main = await make(kit, editor, topic.documentId);
    await translate(main.documentId, 'ar');
    const { body: made } = await translate(main.documentId, 'tr');
    const lines = ['code,topic,question,a,b,answer,language'];
    const [stem, other] = [uniqueName('turned'), uniqueName('new')];
    lines.push(`${made.code},${topic.name},${stem},1,2,A,ar`, `${uniqueName('q')},${topic.name},${other},1,2,A,en`);
    const bytes = Buffer.from(lines.join('\n'));
    const batch = await importFile(
      kit,
      editor,
      { name: 'turn.csv', bytes },
      { options: { mode: 'createOrUpdate', acceptWarnings: true } },
    );
    expect(batch).toMatchObject({ state: 'finished', counts: { created: 1, failed: 1 } });
    expect((await read(made.documentId)).language).toBe('tr');
  });

  it('are not made in the language of the question, nor of a translation, nor of a question one may only read', async () => {
    const main = await make(kit, editor, topic.documentId);
    expect((await translate(main.documentId, 'en')).text).toContain('questions/translation-language');
    const { body: made } = await translate(main.documentId, 'tr');
    expect((await translate(made.documentId, 'ar')).text).toContain('questions/translation-of-translation');
    const selection = { documentIds: [main.documentId] };
    await kit.call(startBulk, { as: editor, body: { selection, action: { kind: 'share', isShared: true } } });
    const refused = await translate(main.documentId, 'ar', teacher);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('questions/question-read-only');
  });
});

describe('copies [Q-09]', () => {
  it('say what they were copied from, to whoever sees it', async () => {
    const made = await make(kit, editor, topic.documentId);
    const { body: copy } = await kit.call<Made>(copyQuestion, { as: editor, params: { documentId: made.documentId } });
    expect((await relatives(copy.documentId)).origin).toEqual({ documentId: made.documentId, code: made.code });
    const selection = { documentIds: [copy.documentId] };
    await kit.call(startBulk, { as: editor, body: { selection, action: { kind: 'share', isShared: true } } });
    expect((await relatives(copy.documentId, teacher)).origin).toEqual({ documentId: made.documentId, code: null });
  });
});
