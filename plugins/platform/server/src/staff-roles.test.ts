import { describe, expect, it } from 'vitest';
import { STAFF_ROLES } from '../../contract/roles.ts';
import { codeOfRole, fits, roleOfCode, STAFF_ROLE_DEFINITIONS } from './staff-roles.ts';

const may = (role: string, action: string) => {
  const one = STAFF_ROLE_DEFINITIONS.find((definition) => definition.role === role);
  return one !== undefined && fits(action, one.actions) && !fits(action, one.without);
};

describe('roles of the Strapi admin [X-03]', () => {
  it('has one code for each staff role, and back', () => {
    for (const role of STAFF_ROLES) expect(roleOfCode(codeOfRole(role))).toBe(role);
    expect(roleOfCode('strapi-editor')).toBeNull();
  });

  it('keeps the data of people from content editors', () => {
    expect(may('content-editor', 'plugin::questions.import.run')).toBe(true);
    expect(may('content-editor', 'plugin::exams.attempts.read')).toBe(false);
    expect(may('content-editor', 'plugin::platform.users.read')).toBe(false);
    expect(may('content-editor', 'plugin::core.mails.read')).toBe(false);
  });

  it('lets teachers write and import questions, not publish them nor see all, and change nothing else [Q-04, Q-09]', () => {
    expect(may('teacher', 'plugin::questions.read')).toBe(true);
    expect(may('teacher', 'plugin::questions.write')).toBe(true);
    expect(may('teacher', 'plugin::questions.import')).toBe(true);
    expect(may('teacher', 'plugin::questions.publish')).toBe(false);
    expect(may('teacher', 'plugin::questions.all')).toBe(false);
    expect(may('teacher', 'plugin::exams.attempts.read')).toBe(true);
    expect(may('teacher', 'plugin::exams.attempts.mark')).toBe(true);
    expect(may('content-editor', 'plugin::exams.attempts.mark')).toBe(false);
    expect(may('teacher', 'plugin::exams.attempts.void')).toBe(false);
    expect(may('teacher', 'plugin::platform.users.read')).toBe(false);
  });

  it('keeps keys, plugins and the rights of roles from admins', () => {
    expect(may('admin', 'plugin::platform.users.roles')).toBe(true);
    expect(may('admin', 'plugin::core.settings.change')).toBe(true);
    for (const action of [
      'admin::roles.update',
      'admin::api-tokens.create',
      'plugin::content-type-builder.read',
      'plugin::users-permissions.roles.update',
    ]) {
      expect(may('admin', action)).toBe(false);
    }
  });
});
