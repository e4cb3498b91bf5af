import { describe, expect, it } from 'vitest';
import { mayAssign, mayManage } from './may-assign.ts';
import { userState } from './user-state.ts';

describe('state of an account', () => {
  it('is disabled before it is unverified', () => {
    expect(userState({ confirmed: true, blocked: false })).toBe('active');
    expect(userState({ confirmed: false, blocked: false })).toBe('unverified');
    expect(userState({ confirmed: false, blocked: true })).toBe('disabled');
    expect(userState({ confirmed: true, blocked: true })).toBe('disabled');
  });
});

describe('who gives which role [X-03]', () => {
  it('lets a super admin give and take everything', () => {
    expect(mayAssign(['super-admin'], ['learner'], ['super-admin'])).toBe(true);
  });

  it('lets an admin make a teacher and an editor, and no admin', () => {
    expect(mayAssign(['admin'], ['learner'], ['learner', 'teacher'])).toBe(true);
    expect(mayAssign(['admin'], ['learner'], ['learner', 'admin'])).toBe(false);
    expect(mayAssign(['admin'], ['learner', 'admin'], ['learner'])).toBe(false);
    expect(mayAssign(['admin'], ['learner', 'super-admin'], ['teacher', 'super-admin'])).toBe(false);
  });

  it('lets nobody else give a role', () => {
    expect(mayAssign(['content-editor', 'teacher'], ['learner'], ['learner', 'teacher'])).toBe(false);
  });

  it('keeps super admins out of an admin’s hands', () => {
    expect(mayManage(['admin'], ['learner'])).toBe(true);
    expect(mayManage(['admin'], ['super-admin'])).toBe(false);
    expect(mayManage(['super-admin'], ['super-admin'])).toBe(true);
    expect(mayManage(['teacher'], ['learner'])).toBe(false);
  });
});
