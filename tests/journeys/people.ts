import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

export const PASSWORD = 'lyceum-demo-2026';

/** Address of the system under test. */
export function baseUrl(): string {
  const url = process.env.JOURNEY_URL;
  if (!url) throw new Error('JOURNEY_URL is not set: run through tests/playwright.config.ts');
  return url;
}

export const address = (path: string): string => `${baseUrl()}${path}`;

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto(address('/sign-in'));
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(/\/today/);
}

/** Another browser with nothing in it: another device. */
export async function newDevice(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Istanbul' });
  return { context, page: await context.newPage() };
}

/** Signs a member of staff in to the admin; what Strapi shows first to a newcomer is closed. */
export async function signInToAdmin(page: Page, email: string): Promise<void> {
  await page.goto(address('/cms/admin/auth/login'));
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
}

/** The admin's API with a session of its own, for what a journey needs beside its own way. */
export async function adminApi(request: APIRequestContext, email = 'admin@lyceum.test') {
  const reply = await request.post(address('/cms/admin/login'), {
    data: { email, password: PASSWORD, deviceId: crypto.randomUUID(), rememberMe: false },
  });
  expect(reply.ok(), await reply.text()).toBe(true);
  const { data } = (await reply.json()) as { data: { token?: string; accessToken?: string } };
  const headers = { authorization: `Bearer ${data.accessToken ?? data.token}` };
  return {
    get: async <T>(path: string): Promise<T> => (await (await request.get(address(`/cms${path}`), { headers })).json()) as T,
    post: async <T>(path: string, body: unknown): Promise<T> =>
      (await (
        await request.post(address(`/cms${path}`), {
          headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
          data: body,
        })
      ).json()) as T,
  };
}

/** The newest mail to an address, as it lies in the tray. */
export async function newestMail(request: APIRequestContext, recipient: string): Promise<{ subject: string; text: string }> {
  const api = await adminApi(request);
  let id: string | undefined;
  await expect
    .poll(
      async () => {
        const list = await api.get<{ rows: { id: string }[] }>(`/core/mails?search=${encodeURIComponent(recipient)}&pageSize=1`);
        id = list.rows[0]?.id;
        return id;
      },
      { timeout: 20_000 },
    )
    .toBeTruthy();
  return api.get(`/core/mails/${id}`);
}
