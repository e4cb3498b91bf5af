import { type Answer, mountedAnswers } from '@lyceum/core/server';
import type { Person } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { STAFF_ROLES, type StaffRole } from '../../../contract/roles.ts';
import { type Browser, browser, signedIn, staffWith, testKit } from '../support.ts';

/** Who may use which right, as the product states it. Super admins hold every one. A right without a line fails. */
const STATED: Readonly<Record<string, readonly StaffRole[]>> = {
  'plugin::core.settings': ['admin'],
  'plugin::core.mails': ['admin'],
  'plugin::core.jobs': ['admin'],
  'plugin::core.audit': ['admin'],
  'plugin::platform.users.read': ['admin'],
  'plugin::platform.users.manage': ['admin'],
  'plugin::platform.users.roles': ['admin'],
  'plugin::platform.institutes': ['admin'],
  // Keys stay with super admins.
  'plugin::platform.partner-tokens': [],
  'plugin::questions.read': ['teacher', 'content-editor', 'admin'],
  'plugin::questions.all': ['content-editor', 'admin'],
  'plugin::questions.write': ['teacher', 'content-editor', 'admin'],
  'plugin::questions.publish': ['content-editor', 'admin'],
  'plugin::questions.import': ['teacher', 'content-editor', 'admin'],
  'plugin::questions.reports.manage': ['content-editor', 'admin'],
  'plugin::questions.rules.manage': ['admin'],
  'plugin::exams.exams.read': ['teacher', 'content-editor', 'admin'],
  'plugin::exams.exams.write': ['content-editor', 'admin'],
  'plugin::exams.exams.publish': ['content-editor', 'admin'],
  'plugin::exams.attempts.read': ['teacher', 'admin'],
  'plugin::exams.attempts.mark': ['teacher', 'admin'],
  'plugin::exams.attempts.extend': ['admin'],
  'plugin::exams.attempts.void': ['admin'],
};

let kit: Awaited<ReturnType<typeof testKit>>;
let staff: Record<StaffRole, Person>;
let learner: Browser;

const REFUSED = [401, 403];

/** An id that no record has, in the form of both kinds of ids. */
const paramsOf = ({ endpoint }: Answer) =>
  Object.fromEntries(
    [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => [name, '00000000-0000-7000-8000-000000000000']),
  );

const request = (answer: Answer) => ({
  params: paramsOf(answer),
  ...(answer.endpoint.method === 'GET' || answer.endpoint.method === 'DELETE' ? {} : { body: {} }),
});

beforeAll(async () => {
  kit = await testKit();
  const people = await Promise.all(STAFF_ROLES.map(async (role) => [role, (await staffWith(kit, role)).person] as const));
  staff = Object.fromEntries(people) as Record<StaffRole, Person>;
  learner = (await signedIn(kit)).person;
});

describe('every mounted route against every role [X-03, A5]', () => {
  it('opens staff routes to the roles that are stated, and to nobody else', async () => {
    const wrong: string[] = [];
    for (const answer of mountedAnswers()) {
      const { access, method, path } = answer.endpoint;
      if (access.kind !== 'staff') continue;
      const stated = STATED[access.permission];
      if (stated === undefined) {
        wrong.push(`${access.permission} (${method} ${path}) has no line in the stated matrix`);
        continue;
      }
      for (const role of STAFF_ROLES) {
        const { status } = await kit.call(answer.endpoint, { ...request(answer), as: staff[role] });
        const isOpen = !REFUSED.includes(status);
        if (isOpen !== (role === 'super-admin' || stated.includes(role))) wrong.push(`${role}: ${method} ${path} → ${status}`);
      }
      for (const [name, reply] of [
        ['learner', await learner.call(answer.endpoint, request(answer))],
        ['nobody', await browser(kit).call(answer.endpoint, request(answer))],
      ] as const) {
        if (!REFUSED.includes(reply.status)) wrong.push(`${name}: ${method} ${path} → ${reply.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('opens personal routes to signed-in people only, whatever else they hold', async () => {
    const wrong: string[] = [];
    for (const answer of mountedAnswers()) {
      const { access, method, path } = answer.endpoint;
      if (access.kind !== 'signedIn' && access.kind !== 'owner') continue;
      const nobody = await browser(kit).call(answer.endpoint, request(answer));
      if (nobody.status !== 401) wrong.push(`nobody: ${method} ${path} → ${nobody.status}`);
      const superAdmin = await kit.call(answer.endpoint, { ...request(answer), as: staff['super-admin'] });
      if (superAdmin.status !== 401) wrong.push(`super-admin: ${method} ${path} → ${superAdmin.status}`);
    }
    expect(wrong).toEqual([]);
  });
});
