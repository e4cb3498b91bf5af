import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { address, signIn } from './people.ts';
import { answerQuestion, saved, startExam } from './sitting.ts';

const PUBLIC = [
  '/',
  '/exams',
  '/exams?search=nothing-like-this',
  '/exams/mathematics-entrance-exam',
  '/exams/no-such-exam',
  '/register',
  '/sign-in',
  '/forgot-password',
  '/help',
  '/help/problems/exams/attempt-expired',
];
const LEARNER = ['/today', '/exams/history', '/exams/english-placement-test/start', '/me'];
const LOCALES = { en: '', tr: '/tr', ar: '/ar' } as const;
const THEMES = ['light', 'dark'] as const;

/** Violations in words a person can act on. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(
    (one) =>
      `${page.url()}: ${one.id} ${one.help} (${one.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(', ')})`,
  );
}

for (const theme of THEMES) {
  test(`axe finds nothing on any page, in three languages, ${theme}`, async ({ page }) => {
    test.setTimeout(420_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const found: string[] = [];
    const look = async (path: string) => {
      await page.goto(address(path));
      found.push(...(await violations(page)));
    };
    for (const prefix of Object.values(LOCALES))
      for (const path of PUBLIC) await look(`${prefix}${path}`.replace(/^\/(tr|ar)\/$/, '/$1'));
    await signIn(page, 'elif@lyceum.test');
    for (const prefix of Object.values(LOCALES)) for (const path of LEARNER) await look(`${prefix}${path}`);

    await startExam(page, 'english-placement-test').catch(() =>
      page.goto(address('/today')).then(() => page.getByRole('link', { name: 'Go on' }).first().click()),
    );
    await answerQuestion(page, 0);
    await expect(saved(page)).toBeVisible({ timeout: 20_000 });
    const attempt = new URL(page.url()).pathname;
    for (const prefix of Object.values(LOCALES)) await look(`${prefix}${attempt.replace(/^\/(tr|ar)/, '')}`);
    await page.goto(address(attempt));
    await page
      .getByRole('button', { name: /^Submit the exam/ })
      .first()
      .click();
    found.push(...(await violations(page)));
    await page.getByRole('button', { name: 'Submit now' }).click();
    await page.waitForURL(/\/result/);
    const result = new URL(page.url()).pathname;
    for (const prefix of Object.values(LOCALES)) {
      await look(`${prefix}${result}`);
      await look(`${prefix}${result.replace(/result$/, 'review')}`);
    }
    expect(found).toEqual([]);
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('public pages are whole HTML, in the reader’s direction, with their own address and languages', async ({ page }) => {
    await page.goto(address('/exams/mathematics-entrance-exam'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mathematics entrance exam');
    await expect(page.getByText('16', { exact: true }).first()).toBeVisible();
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/exams\/mathematics-entrance-exam$/);
    await expect(page.locator('link[hreflang="ar"]')).toHaveCount(1);
    await page.goto(address('/ar/exams'));
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await page.goto(address('/exams?search=placement'));
    await expect(page.getByRole('link', { name: 'English placement test' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Mathematics entrance exam' })).toHaveCount(0);
  });

  test('one can sign in and see one’s own page', async ({ page }) => {
    await signIn(page, 'maja@lyceum.test');
    await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  });
});

test('no answer given to a learner before the end holds a key, an explanation or a solution [A3]', async ({ page }) => {
  const bodies: string[] = [];
  page.on('response', async (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (/html|json/.test(type)) bodies.push(await response.text().catch(() => ''));
  });
  await signIn(page, 'ngozi@lyceum.test');
  await startExam(page, 'english-placement-test');
  await answerQuestion(page, 0);
  await expect(saved(page)).toBeVisible({ timeout: 20_000 });
  const all = bodies.join('\n');
  const secrets = ['"correct":', 'correctIds', '"accepted":[', '"tolerance":', 'explanationHtml', 'solutionHtml', '"key":{'];
  expect(secrets.filter((word) => all.includes(word))).toEqual([]);
});

test('the log-in form, another origin and a foreign frame are refused [A8]', async ({ page, request }) => {
  const reply = await request.post(address('/api/v1/platform/sign-in'), {
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    data: { email: 'learner@lyceum.test', password: 'x' },
  });
  expect(reply.status()).toBe(403);
  const exam = await page.goto(address('/exams'));
  expect(exam?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(exam?.headers()['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
});
