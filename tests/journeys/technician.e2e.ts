import { expect, type Page, test } from '@playwright/test';
import { address, adminApi, signIn, signInToAdmin } from './people.ts';
import { type Pool, poolToImport } from './pools.ts';
import { saved, startExam } from './sitting.ts';

let pool: Pool;
test.beforeAll(async () => {
  pool = await poolToImport();
});

/** Chooses from one of the admin's lists that are searched by typing. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name });
  await box.click();
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().click();
}

test.describe.configure({ mode: 'serial' });

test('an editor imports a real pool without touching the file, and publishes it [Q-24, Q-26, Q-28, Q-29, Q-31]', async ({
  page,
  request,
}) => {
  const api = await adminApi(request, 'editor@lyceum.test');
  await api.post('/questions/topics', { name: pool.name, code: null, parent: null });
  await signInToAdmin(page, 'editor@lyceum.test');
  await page.goto(address('/cms/admin/plugins/questions/imports/new'));
  const inputs = page.locator('input[type="file"]');
  await inputs.first().setInputFiles(pool.csv);
  await inputs.nth(1).setInputFiles(pool.figures);
  await page.getByRole('button', { name: 'Upload and read' }).click();
  await page.getByRole('button', { name: 'Go to mapping' }).click();
  await choose(page, 'Create them below', pool.name);
  await page.getByRole('button', { name: 'Go to options' }).click();
  await page.getByText('Publish at once').first().click();
  await page.getByRole('button', { name: 'Start dry run' }).click();
  await expect(page.getByText(new RegExp(`^${pool.questions} will be created, 0 changed, 0 refused`))).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(`${pool.groups} topics will be created`)).toBeVisible();
  await page.getByRole('button', { name: `Import ${pool.questions} questions` }).click();
  await expect(page.getByText(new RegExp(`^${pool.questions} created, 0 changed, 0 refused`))).toBeVisible({ timeout: 90_000 });
  const { rows } = await api.get<{ rows: { name: string; published: number }[] }>('/questions/topics');
  expect(rows.find((topic) => topic.name === pool.name)?.published).toBe(pool.questions);
});

test('and builds an exam with one question from each group [E-01, E-02, E-03]', async ({ page }) => {
  await signInToAdmin(page, 'editor@lyceum.test');
  await page.goto(address('/cms/admin/plugins/exams/new'));
  await page.locator('input[name="title"]').fill(pool.name);
  await page.locator('input[name="title"]').blur();
  await expect(page.locator('input[name="slug"]')).toHaveValue(pool.name.toLowerCase());
  await page.locator('input[name="timeLimitSec"]').fill('60');
  await page.getByRole('combobox', { name: 'Counted in' }).click();
  await page.getByRole('option', { name: 'points' }).click();
  await page.locator('input[name="passMark"]').first().fill(String(pool.pass));
  await page.locator('input[name="passMark"]').first().blur();
  await page.getByRole('tab', { name: 'Questions' }).click();
  await choose(page, 'Topic with subtopics', pool.name);
  await page.getByRole('button', { name: `Add ${pool.groups} rules` }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Ready to publish')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(`${pool.groups} questions, ${pool.groups} points`)).toBeVisible();
  await expect(page.getByText('Published. Learners see it within seconds.')).toBeVisible();
});

test('a learner finds it on the site within seconds, sits it with the keyboard, and sees the score per topic and the review [E-10, E-16, E-21, E-22]', async ({
  page,
}) => {
  await expect(async () => {
    await page.goto(address('/exams'));
    await expect(page.getByRole('link', { name: pool.name })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await signIn(page, 'mateus@lyceum.test');
  await startExam(page, pool.name.toLowerCase());
  for (let place = 1; place <= pool.groups; place += 1) {
    await expect(page.getByRole('heading', { name: new RegExp(`^Question ${place}\\b`) })).toBeVisible();
    await page.keyboard.press(String(1 + (place % 4)));
    if (place < pool.groups) await page.keyboard.press('ArrowRight');
  }
  await expect(saved(page)).toBeVisible({ timeout: 20_000 });
  await page
    .getByRole('button', { name: /^Submit the exam/ })
    .first()
    .click();
  await expect(page.getByText('Every question has an answer and none is flagged.')).toBeVisible();
  await page.getByRole('button', { name: 'Submit now' }).click();
  await page.waitForURL(/\/result/);
  await expect(page.getByText(/Passed|Not passed/).first()).toBeVisible();
  await expect(page.getByText(`Pass mark ${pool.pass} points`)).toBeVisible();
  await page.goto(page.url().replace(/result.*$/, 'review'));
  await expect(page.locator('.reviewed')).toHaveCount(pool.groups);
});
