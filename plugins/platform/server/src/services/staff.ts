import { refuse } from '@lyceum/core/contract';
import { db, inTransaction } from '@lyceum/core/server';
import { platformProblems as problems } from '../../../contract/problems.ts';
import { type Role, type RoleGrant, StaffRole } from '../../../contract/roles.ts';
import * as roles from '../records/roles.ts';
import * as users from '../records/users.ts';
import { codeOfRole, roleOfCode } from '../staff-roles.ts';
import { platformConfig, theStrapi } from '../strapi.ts';
import { hashPassword } from '../tokens/password-hash.ts';
import { addAccount } from './account.ts';
import { ensureStaffRoles, roleIds } from './staff-roles.ts';

export type LearnerToEnsure = {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Default true. */
  readonly confirmed?: boolean;
  /** Besides `learner`. */
  readonly roles?: readonly RoleGrant[];
};

export type StaffToEnsure = {
  readonly email: string;
  readonly password: string;
  readonly role: StaffRole;
  readonly displayName?: string;
  readonly locale?: string;
};

type AdminUser = { id: number; email: string; isActive: boolean };

const adminUsers = () => theStrapi().service('admin::user');

const isStaffRole = (role: string): role is StaffRole => StaffRole.safeParse(role).success;

/** Hashes of demo and test passwords, which are the same for many accounts, are made once. */
const hashes = new Map<string, Promise<string>>();

function hashOnce(password: string): Promise<string> {
  const known = hashes.get(password) ?? hashPassword(password, platformConfig().bcryptCost);
  hashes.set(password, known);
  return known;
}

/** What a member of staff is, from the roles of their account in the Strapi admin. */
export async function rolesOfStaff(adminUserId: number): Promise<Role[]> {
  return (await roles.staffCodes(adminUserId)).map(roleOfCode).filter((role) => role !== null);
}

/** An active or disabled account of the Strapi admin. @throws Refusal when it is the last super admin's */
async function changeStaff(adminUserId: number, values: { isActive?: boolean; roles?: number[] }): Promise<void> {
  try {
    await adminUsers().updateById(adminUserId, values);
  } catch (cause) {
    refuse(problems.roleNotAllowed, { detail: 'The last super admin stays', cause });
  }
}

export const staffAccounts = {
  /** The Strapi account follows the roles of the site user it is linked to. */
  async follow(userId: number, grants: readonly RoleGrant[]): Promise<void> {
    const member = await roles.staffOfUser(userId);
    if (!member) return;
    const codes = [...new Set(grants.map(({ role }) => role))].filter(isStaffRole).map(codeOfRole);
    const madeByHand = (await roles.staffCodes(member.id)).filter((code) => roleOfCode(code) === null);
    await changeStaff(member.id, { roles: await roleIds([...codes, ...madeByHand]) });
  },

  /** Who is blocked on the site is out of the admin too. */
  async setActive(userId: number, isActive: boolean): Promise<void> {
    const member = await roles.staffOfUser(userId);
    if (member && member.active !== isActive) await changeStaff(member.id, { isActive });
  },

  /** A confirmed site user with this address, made when missing. @returns ids */
  async ensureLearner(input: LearnerToEnsure): Promise<{ id: number; documentId: string }> {
    const email = input.email.trim().toLowerCase();
    const { displayName, locale = 'en', timeZone = 'UTC', confirmed = true } = input;
    const passwordHash = await hashOnce(input.password);
    return inTransaction(async (tx) => {
      await addAccount(tx, { email, displayName, passwordHash, locale, timeZone, confirmed });
      const account = await users.byEmail(tx, email);
      if (!account) throw new Error(`The account of ${email} was not made`);
      for (const grant of input.roles ?? []) await roles.grant(tx, account.id, grant, 'system');
      await roles.linkStaff(tx, email);
      return { id: account.id, documentId: account.documentId };
    });
  },

  /** An account of the Strapi admin with a role, and the confirmed site user it belongs to; both made when missing. */
  async ensureStaff({
    email: given,
    password,
    role,
    displayName,
    locale,
  }: StaffToEnsure): Promise<{ adminUserId: number; userId: number }> {
    const email = given.trim().toLowerCase();
    if ((await roleIds([codeOfRole(role)])).length === 0) await ensureStaffRoles();
    const [firstname = role, ...rest] = (displayName ?? email.split('@')[0] ?? role).split(' ');
    const known: AdminUser | null = await adminUsers().findOneByEmail(email);
    const adminUser: AdminUser =
      known ??
      (await adminUsers().create({
        email,
        password,
        firstname,
        lastname: rest.join(' '),
        isActive: true,
        registrationToken: null,
        roles: await roleIds([codeOfRole(role)]),
        preferedLanguage: locale ?? 'en',
      }));
    const grants: RoleGrant[] = [{ role, scopeType: 'site', scopeId: null }];
    const user = await staffAccounts.ensureLearner({
      email,
      password,
      displayName: displayName ?? firstname,
      locale: locale ?? 'en',
      roles: grants,
    });
    await roles.linkStaff(db(), email);
    return { adminUserId: adminUser.id, userId: user.id };
  },
};
