import { expect, test } from '@playwright/test';
import { address, newDevice, newestMail, PASSWORD, signIn } from './people.ts';
import { answerQuestion, saved, startExam } from './sitting.ts';

const email = `journey-${Date.now()}@lyceum.test`;

test('a learner registers, confirms by the mail in the tray, and signs in [X-01]', async ({ page, request }) => {
  await page.goto(address('/register'));
  await page.locator('input[name="displayName"]').fill('Journey Learner');
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  const mail = await newestMail(request, email);
  const link = /https?:\/\/\S+\/confirm\?token=[^\s)]+/.exec(mail.text)?.[0];
  expect(link, mail.text).toBeTruthy();
  await page.goto(link ?? '');
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByText('Your address is confirmed')).toBeVisible();
  await signIn(page, email);
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.goto(link ?? '');
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByText('Your address is confirmed')).toBeHidden();
});

test('a sitting survives a lost network, a reload and a change of device, and ends with a result and a review [E-11, E-13, E-14, E-15, E-21, E-22]', async ({
  page,
  context,
  browser,
}) => {
  await signIn(page, 'tomas@lyceum.test');
  await startExam(page, 'english-placement-test');
  await answerQuestion(page, 0);
  await expect(saved(page)).toBeVisible();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: /^Question 2/ })).toBeVisible();

  await context.setOffline(true);
  await answerQuestion(page, 1);
  await expect(
    page
      .getByText(/Offline — 1 answer kept on this device/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible({ timeout: 15_000 });
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible({ timeout: 20_000 });

  await page.reload();
  await expect(page.getByRole('heading', { name: /^Question 2/ })).toBeVisible();
  await expect(page.locator('.cells [data-state~="answered"]')).toHaveCount(2);

  const other = await newDevice(browser);
  await signIn(other.page, 'tomas@lyceum.test');
  await other.page.getByRole('link', { name: 'Go on' }).first().click();
  await expect(other.page.getByRole('heading', { name: /^Question 2/ })).toBeVisible();
  await expect(other.page.locator('.cells [data-state~="answered"]')).toHaveCount(2);
  await answerQuestion(other.page, 0);
  await expect(saved(other.page)).toBeVisible({ timeout: 20_000 });

  await page.getByRole('link', { name: 'Previous' }).click();
  await answerQuestion(page, 2).catch(() => undefined);
  await expect(
    page
      .getByText(/Read only: open elsewhere|The exam goes on elsewhere/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible({ timeout: 20_000 });

  await other.page
    .getByRole('button', { name: /^Submit the exam/ })
    .first()
    .click();
  await expect(other.page.getByText(/questions have no answer/).first()).toBeVisible();
  await other.page.getByRole('button', { name: 'Submit now' }).click();
  await other.page.waitForURL(/\/result/);
  await expect(other.page.getByText(/Passed|Not passed/).first()).toBeVisible();
  await expect(other.page.getByRole('heading', { name: 'Where the points went' })).toBeVisible();
  await other.page.getByRole('link', { name: 'Review' }).first().click();
  await other.page.waitForURL(/\/review/);
  await expect(other.page.getByText('Right answer').first()).toBeVisible();
  await expect(other.page.locator('.reviewed')).toHaveCount(20);
  await other.context.close();
});

test('an exam can be sat with the keyboard alone [G8, E-11]', async ({ page }) => {
  await signIn(page, 'sofia@lyceum.test');
  await startExam(page, 'mathematics-entrance-exam');
  await page.keyboard.press('1');
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Flag', pressed: true })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: /^Question 2/ })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: /^Question 1/ })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  const submit = page.getByRole('button', { name: /^Submit the exam/ }).first();
  await submit.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Go on working' })).toBeFocused();
  await page.getByRole('button', { name: 'Submit now' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/result/);
});

test('a session that ends in the middle of an exam loses nothing: sign in again, same page, same answers [G9]', async ({
  page,
  context,
}) => {
  await signIn(page, 'priya@lyceum.test');
  await startExam(page, 'english-placement-test');
  await answerQuestion(page, 0);
  await expect(saved(page)).toBeVisible();
  const url = page.url().split('#')[0] ?? '';
  await context.clearCookies();
  await page.goto(url);
  await page.waitForURL(/\/sign-in/);
  await page.locator('input[name="email"]').fill('priya@lyceum.test');
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(/\/attempts\//);
  await expect(page.locator('.cells [data-state~="answered"]')).toHaveCount(1);
});
