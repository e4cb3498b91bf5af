import { describe, expect, it } from 'vitest';
import { platformProblems } from '../../../contract/problems.ts';
import { ROLES, SCOPE_TYPES } from '../../../contract/roles.ts';
import { USER_STATES } from '../../../contract/users.ts';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };

describe('texts of the accounts pages', () => {
  it('has the same texts in every language', () => {
    expect(Object.keys(tr).sort()).toEqual(Object.keys(en).sort());
    expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort());
  });

  it('has a sentence for every refusal, role, scope and state', () => {
    const keys = [
      ...Object.values(platformProblems).map(({ code }) => `problem.${code}`),
      ...ROLES.map((role) => `role.${role}`),
      ...SCOPE_TYPES.map((scope) => `scope.${scope}`),
      ...USER_STATES.map((state) => `state.${state}`),
    ];
    for (const key of keys) expect(Object.keys(en)).toContain(key);
  });
});
