import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { examOfAllTypes, PLACES, tone } from './all-types-exam.ts';
import { address, signIn, signInToAdmin } from './people.ts';
import { saved, startExam } from './sitting.ts';

/** Script a learner page may need before anybody presses anything, compressed. */
const SCRIPT_MOST_BYTES = 120_000;

const goTo = async (page: Page, number: number) => {
  await page.evaluate(`location.hash = 'q${number}'`);
  await expect(page.getByRole('heading', { name: `Question ${number} ` })).toBeVisible();
};
const order = (page: Page) => page.locator('.order > li > span:nth-child(2)').allInnerTexts();

/** Presses Tab until an element has the focus: what cannot be reached so is not reached by keyboard. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached with Tab`);
}

async function scriptBytes(page: Page, open: () => Promise<void>): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (/\.js(?:\?|$)/.test(response.url)) scripts.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await open();
  await page.waitForSelector('[data-exam-player][data-ready]');
  await cdp.detach();
  return bytes;
}

test('every type is answered by keyboard alone, drag questions without dragging, and axe finds nothing [G8, Q-02]', async ({
  page,
}) => {
  const { slug } = await examOfAllTypes(page.request);
  await signIn(page, 'elif@lyceum.test');
  await startExam(page, slug);
  const bytes = await scriptBytes(page, async () => void (await page.reload()));
  expect(bytes).toBeLessThan(SCRIPT_MOST_BYTES);
  const found: string[] = [];
  for (const number of Object.values(PLACES)) {
    await goTo(page, number);
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.map(({ id }) => `question ${number}: ${id}`));
  }
  expect(found).toEqual([]);

  await goTo(page, PLACES.blanks);
  await tabTo(page, 'input.gap-field');
  await page.keyboard.type('got');
  await tabTo(page, 'select.gap-field');
  await page.keyboard.press('w');
  await expect(page.locator('select.gap-field')).not.toHaveValue('');

  await goTo(page, PLACES.matching);
  await tabTo(page, '.prompts select');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.prompts select').first()).not.toHaveValue('');

  await goTo(page, PLACES.ordering);
  const before = await order(page);
  await tabTo(page, '[data-move^="down"]');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  expect(await order(page)).toEqual([before[1], before[2], before[0], before[3]]);
  await expect(page.locator('.ordering [role="status"]')).toHaveText(`${before[0]}: now place 3 of 4`);

  await goTo(page, PLACES.longText);
  await tabTo(page, 'textarea');
  await page.keyboard.type('Only three words');
  await expect(page.getByText('2 words to go')).toBeVisible();

  await goTo(page, PLACES.audio);
  await page.locator('input[type="file"]').setInputFiles({ name: 'me.wav', mimeType: 'audio/wav', buffer: tone() });
  await expect(page.getByText('The recording is saved.')).toBeVisible({ timeout: 15_000 });
  await expect(saved(page)).toBeVisible({ timeout: 20_000 });

  await page.reload();
  await goTo(page, PLACES.ordering);
  expect(await order(page)).toEqual([before[1], before[2], before[0], before[3]]);
  await goTo(page, PLACES.audio);
  await expect(page.getByRole('button', { name: 'Listen to the saved recording' })).toBeVisible();
});

test('dragging is there beside the keys; a sound plays as often as it may; a problem is reported once [Q-02, Q-10, Q-20]', async ({
  page,
}) => {
  const { slug } = await examOfAllTypes(page.request);
  await signIn(page, 'ngozi@lyceum.test');
  await startExam(page, slug);
  await page.waitForSelector('[data-exam-player][data-ready]');

  await goTo(page, PLACES.matching);
  const wanted = await page.locator('.lettered > li').nth(1).locator('span:nth-child(2)').textContent();
  await page.locator('.lettered .grip').nth(1).dragTo(page.locator('.prompts > li').nth(1));
  await expect(page.locator('.prompts select').nth(1).locator('option:checked')).toHaveText(`B · ${wanted}`);

  await goTo(page, PLACES.clip);
  const play = page.getByRole('button', { name: 'Play: Tone' });
  for (const left of ['1 play left', 'No plays left']) {
    await play.click();
    await expect(page.getByText(left)).toBeVisible();
    await expect(play).toBeVisible({ timeout: 10_000 });
  }
  await page.reload();
  await goTo(page, PLACES.clip);
  await expect(page.getByText('No plays left')).toBeVisible();
  await expect(play).toHaveAttribute('aria-disabled', 'true');

  await page
    .getByRole('button', { name: /^Submit the exam/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Submit now' }).click();
  await page.waitForURL(/\/result/);
  await page.goto(page.url().replace(/\/result.*/, '/review'));
  const question = page.locator('#q1');
  await question.getByText('Report a problem with this question').click();
  await question.getByLabel('There is a typing error').check();
  await question.getByRole('button', { name: 'Send the report' }).click();
  await expect(question.getByText('You reported this question.')).toBeVisible();
  await expect(question.getByText('Report a problem with this question')).toHaveCount(0);
});

test('an editor answers the preview and sees the marking; a link shows the question until it is withdrawn [Q-45, Q-46]', async ({
  page,
  browser,
}) => {
  const { documentIds } = await examOfAllTypes(page.request);
  await signInToAdmin(page, 'admin@lyceum.test');
  await page.goto(address(`/cms/admin/plugins/questions/bank/${documentIds[PLACES.choice - 1]}`));
  const learner = page.frameLocator('iframe[title="As a learner sees it"]');
  await learner.locator('label.answer').nth(1).click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('0%: 0 of 1 points')).toBeVisible();
  await expect(learner.getByText('Not that.')).toBeVisible();

  await page.getByRole('button', { name: 'Share for review' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  const reviewer = await (await browser.newContext()).newPage();
  await reviewer.goto(link);
  await expect(reviewer.getByText('Which one?', { exact: false })).toBeVisible();
  await expect(reviewer.getByText('Explained.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('No link shows this question.')).toBeVisible();
  expect((await reviewer.goto(link))?.status()).toBe(404);
});
