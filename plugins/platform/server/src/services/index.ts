import { identity } from '../access/identity.ts';
import { forgetAllSessions } from '../access/session-facts.ts';
import { institutesPublic } from './institutes.ts';
import { staffAccounts } from './staff.ts';
import { ensureStaffRoles } from './staff-roles.ts';
import { afterStart } from './startup.ts';

/**
 * What others may call: `strapi.plugin('platform').service('accounts')`.
 * `afterStart` belongs to the application's bootstrap, `ensureStaff` and `ensureLearner` to seeds and tests.
 */
export const accounts = {
  afterStart,
  ensureStaffRoles,
  ensureStaff: staffAccounts.ensureStaff,
  ensureLearner: staffAccounts.ensureLearner,
  forgetAllSessions,
  resolve: identity.resolve,
};

export type AccountsService = typeof accounts;

export const services = { accounts: () => accounts, institutes: () => institutesPublic };
