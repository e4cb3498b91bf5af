import { expect, test } from '@playwright/test';
import { address, adminApi, signInToAdmin } from './people.ts';

const HOME = '/cms/admin/plugins/questions';
const word = () => crypto.randomUUID().slice(0, 8);
type Made = { documentId: string; code: string };

test('a question is returned by the keyboard with a note its author sees, and its history says who did what [Q-04, Q-12]', async ({
  page,
  request,
}) => {
  const api = await adminApi(request, 'editor@lyceum.test');
  const topic = await api.post<{ documentId: string }>('/questions/topics', {
    name: `Review ${word()}`,
    code: null,
    parent: null,
  });
  const options = ['Lyon', 'Paris', 'Nice'].map((text, at) => ({ id: 'abc'[at], text }));
  const question = {
    type: 'single-choice',
    code: `review-${word()}`,
    stem: `Which city is the capital of France, asked as ${word()}?`,
    topic: topic.documentId,
    options,
    key: { correct: ['b'] },
    difficulty: 3,
    language: 'en',
  };
  const made = await api.post<Made>('/questions/questions', { question, acceptWarnings: true });
  await signInToAdmin(page, 'editor@lyceum.test');
  await page.goto(address(`${HOME}/bank/${made.documentId}`));
  await page.getByRole('button', { name: 'Send to review' }).click();
  await expect(page.getByText(/^Waits for review; sent by/)).toBeVisible();

  await page.goto(address(`${HOME}/review?question=${made.documentId}`));
  await expect(page.getByRole('heading', { name: made.code })).toBeVisible();
  await page.getByRole('heading', { name: made.code }).click();
  await page.keyboard.press('r');
  await page.keyboard.type('Name the year as well');
  await page.getByRole('button', { name: /^Return/ }).click();
  await expect(page.getByText(`${made.code} is returned`, { exact: false }).first()).toBeVisible();

  await page.goto(address(`${HOME}/bank/${made.documentId}`));
  await expect(page.getByText(/^Returned by/)).toBeVisible();
  await expect(page.getByText('Name the year as well')).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('list', { name: 'History' });
  await expect(history.getByRole('listitem')).toHaveText([/Returned by a reviewer.*Name the year/s, /Sent to review/, /Created/]);
});
