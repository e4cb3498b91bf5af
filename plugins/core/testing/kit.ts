import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Core } from '@strapi/types';
import type { AnyEndpoint } from '../contract/index.ts';
import { type IdentityResolver, relayAll, workAll } from '../server/src/public.ts';
import { shared } from '../server/src/state.ts';

const CMS = path.resolve(import.meta.dirname, '..', '..', '..', 'cms');
/** Only the test process knows this header: the kit itself teaches the identity port to read it. */
const ACTOR_HEADER = 'lyceum-test-actor';

export type Person = { readonly id: number; readonly email: string; readonly headers: Record<string, string> };

export type CallOptions = {
  readonly params?: Record<string, string | number>;
  readonly query?: Record<string, string | number | boolean | undefined>;
  readonly body?: unknown;
  readonly as?: Person;
  readonly headers?: Record<string, string>;
  /** A multipart upload: the body's fields travel as JSON beside it. */
  readonly files?: Record<string, { name: string; bytes: Uint8Array; mimeType?: string }>;
};

/** `body` is whatever came back; a test looks at what it expects. */
export type TestReply<T = Record<string, unknown>> = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  readonly text: string;
};

export type TestKit = {
  readonly strapi: Core.Strapi;
  /** Address of the real HTTP server of this Strapi. */
  readonly url: string;
  call<T = Record<string, unknown>>(endpoint: AnyEndpoint, options?: CallOptions): Promise<TestReply<T>>;
  /** A new site user, signed in for calls made `as` them. Their session is the kit's: tests of sessions use the real endpoints. */
  learner(fields?: { email?: string; displayName?: string; locale?: string; timeZone?: string }): Promise<Person>;
  /** A new admin user: super admin, or one with a role that has exactly these rights. */
  staff(permissions?: readonly string[]): Promise<Person>;
  /** Delivers every waiting event in this process. */
  relay(): Promise<number>;
  /** Does every waiting job in this process. */
  work(): Promise<number>;
};

const unique = () => randomBytes(6).toString('hex');

async function boot(): Promise<Core.Strapi> {
  process.chdir(CMS);
  process.env['STRAPI_TELEMETRY_DISABLED'] = 'true';
  const { createStrapi } = createRequire(path.join(CMS, 'package.json'))('@strapi/strapi');
  const strapi: Core.Strapi = await createStrapi({ appDir: CMS, distDir: CMS, autoReload: false, serveAdminPanel: false }).load();
  strapi.server.mount();
  await new Promise<void>((resolve) => {
    strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve());
  });
  return strapi;
}

/** Lets a call say who it is; every other request goes to the platform's own resolver. */
function teachIdentity(): void {
  const holder = shared('identity', () => ({ resolver: null as IdentityResolver | null }));
  const real = holder.resolver;
  holder.resolver = {
    async resolve(request) {
      const told = request.headers[ACTOR_HEADER];
      if (typeof told === 'string') return JSON.parse(told);
      return (await real?.resolve(request)) ?? { kind: 'nobody' };
    },
  };
}

function addressOf(url: string, endpoint: AnyEndpoint, { params = {}, query = {} }: CallOptions): string {
  const pathname = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const at = new URL(`${url}${endpoint.access.kind === 'staff' ? '' : '/api'}${pathname}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) at.searchParams.set(name, String(value));
  return at.href;
}

function bodyOf({ body, files }: CallOptions): { body?: string | FormData; headers: Record<string, string> } {
  if (files) {
    const form = new FormData();
    form.set('json', JSON.stringify(body ?? {}));
    for (const [field, file] of Object.entries(files)) {
      form.set(field, new Blob([new Uint8Array(file.bytes)], { type: file.mimeType ?? 'application/octet-stream' }), file.name);
    }
    return { body: form, headers: {} };
  }
  return body === undefined ? { headers: {} } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function kitOf(strapi: Core.Strapi): TestKit {
  const url = `http://127.0.0.1:${(strapi.server.httpServer.address() as AddressInfo).port}`;

  return {
    strapi,
    url,

    async call<T>(endpoint: AnyEndpoint, options: CallOptions = {}) {
      const { body, headers } = bodyOf(options);
      const response = await fetch(addressOf(url, endpoint, options), {
        method: endpoint.method,
        headers: {
          ...headers,
          // One key a call, as every client of ours makes one a press.
          ...(endpoint.idempotent ? { 'idempotency-key': randomUUID() } : {}),
          ...options.as?.headers,
          ...options.headers,
        },
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, headers: response.headers, text, body: (isJson && text ? JSON.parse(text) : {}) as T };
    },

    async learner(fields = {}) {
      const email = fields.email ?? `learner-${unique()}@lyceum.test`;
      const created = await strapi.db.query('plugin::users-permissions.user').create({
        data: {
          username: email,
          email,
          provider: 'local',
          confirmed: true,
          blocked: false,
          displayName: fields.displayName ?? 'Test learner',
          language: fields.locale ?? 'en',
          timeZone: fields.timeZone ?? 'Europe/Istanbul',
        },
      });
      const actor = {
        kind: 'learner',
        id: created.id,
        sessionId: `test-${created.id}`,
        roles: [{ role: 'learner', scope: null }],
      };
      return { id: created.id, email, headers: { [ACTOR_HEADER]: JSON.stringify(actor) } };
    },

    async staff(permissions) {
      const email = `staff-${unique()}@lyceum.test`;
      const password = `Passw0rd-${unique()}`;
      const roles = strapi.service('admin::role');
      const role = permissions
        ? await roles.create({ name: `role ${unique()}`, description: 'made by a test' })
        : await roles.getSuperAdmin();
      if (permissions)
        await roles.assignPermissions(
          role.id,
          permissions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
        );
      const user = await strapi.service('admin::user').create({
        email,
        firstname: 'Test',
        lastname: 'Staff',
        password,
        isActive: true,
        registrationToken: null,
        roles: [role.id],
      });
      const reply = await fetch(`${url}/admin/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password, deviceId: randomUUID(), rememberMe: false }),
      });
      const signedIn = (await reply.json()) as { data?: { token?: string; accessToken?: string } };
      const token = signedIn.data?.accessToken ?? signedIn.data?.token;
      if (!token) throw new Error(`Staff could not sign in: ${reply.status} ${JSON.stringify(signedIn)}`);
      return { id: user.id, email, headers: { authorization: `Bearer ${token}` } };
    },

    relay: relayAll,
    work: workAll,
  };
}

const booted = shared('test-kit', () => ({ kit: null as Promise<TestKit> | null }));

/** The running cms of this test process; booted once, whatever the number of files. */
export function testKit(): Promise<TestKit> {
  booted.kit ??= (async () => {
    const strapi = await boot();
    teachIdentity();
    return kitOf(strapi);
  })();
  return booted.kit;
}
