import { expect, type Page } from '@playwright/test';
import { address } from './people.ts';

/** Reads the rules, accepts them and starts; ends on the first question. */
export async function startExam(page: Page, slug: string): Promise<void> {
  await page.goto(address(`/exams/${slug}/start`));
  await page.locator('input[name="accepted"]').check();
  await page.locator('form.start-form button[type="submit"], form.start-form button').first().click();
  await page.waitForURL(/\/attempts\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { name: /^Question 1/ })).toBeVisible();
}

/** Gives any answer to the question on screen. */
export async function answerQuestion(page: Page, place = 0): Promise<void> {
  const choices = page.locator('main label.answer');
  const typed = page.locator('main input[type="text"], main input[inputmode], main textarea').first();
  await expect(choices.first().or(typed)).toBeVisible();
  if ((await choices.count()) > 0) await choices.nth(place % (await choices.count())).click();
  else await typed.fill('4');
}

/** The mark stands twice on the page, for wide and narrow windows; one of them is shown. */
export const saved = (page: Page) =>
  page
    .getByText(/All answers saved \d/)
    .filter({ visible: true })
    .first();
