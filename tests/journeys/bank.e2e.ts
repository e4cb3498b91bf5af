import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { address, adminApi, signInToAdmin } from './people.ts';

const HOME = '/cms/admin/plugins/questions';
const word = () => crypto.randomUUID().slice(0, 8);

type Api = Awaited<ReturnType<typeof adminApi>>;
type Question = { documentId: string; code: string; version: number; status: string };

const newTopic = async (api: Api, name: string): Promise<string> =>
  (await api.post<{ documentId: string }>('/questions/topics', { name, code: null, parent: null })).documentId;

/** A single choice question by the API, published where asked. */
async function newQuestion(
  api: Api,
  fields: { code: string; stem: string; topic: string },
  isPublished = true,
): Promise<Question> {
  const options = ['Lyon', 'Paris', 'Nice'].map((text, at) => ({ id: 'abc'[at], text }));
  const question = { type: 'single-choice', options, key: { correct: ['b'] }, difficulty: 3, language: 'en', ...fields };
  const made = await api.post<Question>('/questions/questions', { question, acceptWarnings: true });
  if (isPublished) await api.post('/questions/questions/publish', { documentIds: [made.documentId], acceptWarnings: true });
  return made;
}

const read = (api: Api, documentId: string) => api.get<Question & Record<string, unknown>>(`/questions/questions/${documentId}`);

/** Chooses from one of the admin's lists that are searched by typing. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name }).first().click();
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().click();
}

test('pasted text is formatted, accepted, sent to review, approved and published [Q-04, Q-43, Q-44]', async ({
  page,
  request,
}) => {
  const api = await adminApi(request, 'editor@lyceum.test');
  const topic = `Capitals ${word()}`;
  await newTopic(api, topic);
  const stem = `Which city is the capital of France, asked as ${word()}?`;
  await signInToAdmin(page, 'editor@lyceum.test');
  await page.goto(address(`${HOME}/format`));
  await expect(page.getByText('No AI provider is set up', { exact: false })).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Text' })
    .fill(`1. ${stem}\na) Lyon\nb) Paris\nc) Nice\nAnswer: b\n\n2. A question without an answer ${word()}\na) one\nb) two`);
  await page.getByRole('button', { name: 'Format', exact: true }).click();
  const first = page.getByRole('article', { name: 'Proposal 1' });
  await expect(first.getByText('a) Lyon', { exact: false })).toBeVisible();
  // It has no topic yet: the editor gives it one before it is accepted.
  await first.getByRole('button', { name: 'Edit' }).click();
  await choose(page, 'Topic', topic);
  await page.getByRole('button', { name: 'Keep' }).click();
  await first.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('article', { name: 'Proposal 2' }).getByRole('button', { name: 'Reject' }).click();
  await first.getByRole('link', { name: 'Open the draft' }).click();
  await expect(page.getByText('Draft', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Send to review' }).click();
  await expect(page.getByText('In review', { exact: true }).first()).toBeVisible();
  const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await page.goto(address(`${HOME}/review`));
  await page.getByText(stem).first().click();
  await page
    .getByRole('button', { name: /^Approve/ })
    .first()
    .click();
  await expect(async () => expect((await read(api, documentId)).status).toBe('published')).toPass({ timeout: 15_000 });
});

test('an import with 30 bad rows is mended from the file of refused rows, imported again and taken back [Q-30, Q-31, Q-33]', async ({
  page,
  request,
}) => {
  const api = await adminApi(request, 'editor@lyceum.test');
  const topic = `Import ${word()}`;
  const mark = word();
  const header = 'code,type,topic,difficulty,language,stem,option_a,option_b,key';
  const rows = Array.from({ length: 60 }, (_, at) => {
    const difficulty = at % 2 ? 'very hard' : 3;
    return `${mark}-${at},single-choice,${topic},${difficulty},en,Question ${at} of ${mark}?,yes ${at},no ${at},A`;
  });
  await signInToAdmin(page, 'editor@lyceum.test');

  const bring = async (name: string, csv: string, expected: RegExp) => {
    await page.goto(address(`${HOME}/imports/new`));
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Upload and read' }).click();
    await page.getByRole('button', { name: 'Go to mapping' }).click();
    await page.getByRole('button', { name: 'Go to options' }).click();
    await page.getByRole('button', { name: 'Start dry run' }).click();
    await expect(page.getByText(expected)).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Import 30 questions' }).click();
  };
  await bring('bank.csv', [header, ...rows].join('\n'), /^30 will be created, 0 changed, 30 refused/);
  await expect(page.getByText(/^30 created, 0 changed, 30 refused/)).toBeVisible({ timeout: 60_000 });

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Refused rows CSV' }).click();
  const refused = readFileSync(await (await download).path(), 'utf8');
  expect(refused.trim().split('\n')).toHaveLength(31);
  expect(refused).toContain('very hard');

  await bring('mended.csv', refused.replaceAll('very hard', '9'), /^30 will be created, 0 changed, 0 refused/);
  await expect(page.getByText(/^30 created, 0 changed, 0 refused/)).toBeVisible({ timeout: 60_000 });
  const count = async () => (await api.get<{ total: number }>(`/questions/questions?search=${mark}&pageSize=1`)).total;
  expect(await count()).toBe(60);

  await page.getByRole('button', { name: 'Take the import back' }).click();
  await page.getByRole('button', { name: 'Take 30 questions back' }).click();
  await expect(page.getByText(/^Taken back by/)).toBeVisible({ timeout: 30_000 });
  expect(await count()).toBe(30);
});

test('two questions that look alike are found and merged [Q-39, Q-40, Q-41]', async ({ page, request }) => {
  const api = await adminApi(request, 'editor@lyceum.test');
  const mark = word();
  const topic = await newTopic(api, `Twins ${mark}`);
  const stem = `The river ${mark} flows from the old mountains of the north through wide green valleys down to the sea`;
  const kept = await newQuestion(api, { code: `keep-${mark}`, stem: `${stem}. Where does it begin?`, topic });
  const gone = await newQuestion(api, { code: `gone-${mark}`, stem: `${stem}; where does it begin?!`, topic });
  await signInToAdmin(page, 'editor@lyceum.test');
  await page.goto(address(`${HOME}/duplicates`));
  await page.getByRole('button', { name: 'Compare the whole bank' }).click();
  await choose(page, 'Every topic', `Twins ${mark}`);
  const pair = page.getByText(new RegExp(`keep-${mark}|gone-${mark}`)).first();
  await expect(async () => {
    await page.reload();
    await expect(pair).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await page.keyboard.press('m');
  await page.getByRole('radio', { name: new RegExp(`keep-${mark}`) }).check();
  await page.getByRole('button', { name: `Merge into keep-${mark}` }).click();
  await expect(page.getByText(`Merged. keep-${mark} is kept.`).first()).toBeVisible();
  expect((await read(api, gone.documentId)).status).toBe('archived');
  expect((await read(api, kept.documentId)).status).toBe('published');
});

test('two versions are compared word by word and the old one is restored as a new one [Q-42]', async ({ page, request }) => {
  const api = await adminApi(request, 'editor@lyceum.test');
  const topic = await newTopic(api, `Versions ${word()}`);
  const mark = word();
  const made = await newQuestion(api, { code: `v-${mark}`, stem: `The first wording of ${mark}`, topic });
  await signInToAdmin(page, 'editor@lyceum.test');
  await page.goto(address(`${HOME}/bank/${made.documentId}`));
  await page.locator('textarea[name="stem"]').fill(`The second wording of ${mark}`);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(async () => expect((await read(api, made.documentId)).version).toBe(2)).toPass({ timeout: 15_000 });

  await page.goto(address(`${HOME}/bank/${made.documentId}?tab=revisions`));
  await expect(page.getByText('Version 2').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show changes' }).first().click();
  await expect(page.locator('mark', { hasText: 'first' }).first()).toBeVisible();
  await expect(page.locator('mark', { hasText: 'second' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).last().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(async () => expect((await read(api, made.documentId))['stem']).toBe(`The first wording of ${mark}`)).toPass();
  await api.post('/questions/questions/publish', { documentIds: [made.documentId], acceptWarnings: true });
  expect((await read(api, made.documentId)).version).toBe(3);
});

test('twenty questions are tagged by keyboard alone [Q-18]', async ({ page, request }) => {
  const api = await adminApi(request, 'editor@lyceum.test');
  const mark = word();
  const topic = await newTopic(api, `Tagging ${mark}`);
  const examType = await api.post<{ documentId: string }>('/questions/exam-types', { code: `T${mark}`, name: `Exam ${mark}` });
  const made: string[] = [];
  for (let at = 0; at < 20; at += 1) {
    made.push(
      (await newQuestion(api, { code: `tag-${mark}-${at}`, stem: `Question ${at} of ${mark}`, topic }, false)).documentId,
    );
  }
  await signInToAdmin(page, 'editor@lyceum.test');
  await page.goto(address(`${HOME}/tagging?topic=${topic}`));
  await expect(page.getByText(`of ${mark}`).first()).toBeVisible();
  for (let at = 0; at < 20; at += 1) {
    await page.keyboard.press('8');
    await page.keyboard.press('e');
    await page.keyboard.type(`T${mark}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(async () => {
      const tagged = await Promise.all(made.map((documentId) => read(api, documentId)));
      expect(tagged.filter((one) => JSON.stringify(one['examTypes']).includes(examType.documentId))).toHaveLength(at + 1);
    }).toPass({ timeout: 10_000 });
  }
  const all = await Promise.all(made.map((documentId) => read(api, documentId)));
  expect(all.map((one) => one['difficulty'])).toEqual(made.map(() => 8));
});
