import { randomBytes } from 'node:crypto';
import type { AnyEndpoint } from '@lyceum/core/contract';
import { testKit as bootedKit, type Person, type TestKit } from '@lyceum/core/testing';
import { signIn } from '../../contract/accounts.ts';
import type { StaffRole } from '../../contract/roles.ts';
import { accountsService } from '../src/get-service.ts';

/** The test kit with bcrypt at its lowest work factor. */
export async function testKit(): Promise<TestKit> {
  const kit = await bootedKit();
  kit.strapi.config.set('plugin::platform.bcryptCost', 10);
  return kit;
}

/** A password that every rule lets through. */
export const PASSWORD = 'sekiz mavi kedi';

export const uniqueEmail = (): string => `person-${randomBytes(6).toString('hex')}@lyceum.test`;

/** A browser with its cookies; each has its own address unless it is told one. */
export function browser(kit: TestKit, address?: string) {
  const cookies = new Map<string, string>();
  const ip = address ?? `198.18.${randomBytes(1)[0]}.${randomBytes(1)[0]}`;
  const setCookies: string[] = [];

  return {
    cookies,
    /** Every Set-Cookie line of the last reply. */
    setCookies,
    async call<T = Record<string, unknown>>(endpoint: AnyEndpoint, options: Parameters<TestKit['call']>[1] = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = {
        'x-forwarded-for': ip,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
        ...(cookie ? { cookie } : {}),
      };
      const reply = await kit.call<T>(endpoint, { ...options, headers: { ...headers, ...options.headers } });
      setCookies.splice(0, setCookies.length, ...reply.headers.getSetCookie());
      for (const line of setCookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/Max-Age=0(;|$)/.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return reply;
    },
  };
}

export type Browser = ReturnType<typeof browser>;

/** A confirmed account and a browser in which it is signed in. */
export async function signedIn(kit: TestKit, fields: { email?: string; address?: string } = {}) {
  const email = fields.email ?? uniqueEmail();
  const account = await accountsService(kit.strapi).ensureLearner({
    email,
    password: PASSWORD,
    displayName: 'Ada Test',
    timeZone: 'Europe/Istanbul',
  });
  const person = browser(kit, fields.address);
  const reply = await person.call(signIn, { body: { email, password: PASSWORD } });
  if (reply.status !== 200) throw new Error(`Sign-in failed: ${reply.status} ${reply.text}`);
  return { ...account, email, person };
}

/** A member of staff with one of our own roles, signed in at the Strapi admin. */
export async function staffWith(kit: TestKit, role: StaffRole) {
  const email = uniqueEmail();
  const password = 'Sekiz-mavi-kedi-1';
  const ids = await accountsService(kit.strapi).ensureStaff({ email, password, role, displayName: 'Nur Staff' });
  const signIn = () =>
    fetch(`${kit.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password, deviceId: crypto.randomUUID(), rememberMe: false }),
    });
  const reply = await signIn();
  const signedInAs: { data?: { token?: string; accessToken?: string } } = JSON.parse(await reply.text());
  const token = signedInAs.data?.accessToken ?? signedInAs.data?.token ?? '';
  const person: Person = { id: ids.adminUserId, email, headers: { authorization: `Bearer ${token}` } };
  const { rows } = await kit.strapi.db.connection.raw('SELECT document_id FROM up_users WHERE id = ?', [ids.userId]);
  return { ...ids, email, password, person, userDocumentId: String(rows[0].document_id), signInAgain: signIn };
}

type MailRow = { subject: string; body_text: string; body_html: string | null };

/** Mails to an address, the latest first. */
export async function mailsTo(kit: TestKit, email: string): Promise<MailRow[]> {
  const { rows } = await kit.strapi.db.connection.raw(
    'SELECT subject, body_text, body_html FROM activity.core_mails WHERE recipient = ? ORDER BY made_at DESC, id DESC',
    [email],
  );
  return rows;
}

/** The token in the link of the latest mail. */
export async function latestToken(kit: TestKit, email: string): Promise<string> {
  const [mail] = await mailsTo(kit, email);
  const token = /token=([A-Za-z0-9_-]{43})/.exec(mail?.body_text ?? '')?.[1];
  if (token === undefined) throw new Error(`No link was sent to ${email}`);
  return token;
}

export { accountsService };
