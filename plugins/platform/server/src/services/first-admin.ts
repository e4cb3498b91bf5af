import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { env, isLoopback } from '@lyceum/config/env';
import { dataFolder, db, log, publicUrl, sql } from '@lyceum/core/server';
import { SUPER_ADMIN_CODE } from '../staff-roles.ts';
import { theStrapi } from '../strapi.ts';
import { roleIds } from './staff-roles.ts';

const FILE = 'first-admin.txt';

const text = (email: string, link: string) => `This link makes the first super admin. It works once.

${link}

The account's address is ${email}; change it in your profile after the first sign-in.
This file is removed at the next start after the link was used.
`;

/**
 * A new installation that strangers can reach must not give its first visitor the keys: Strapi's page for the first
 * administrator is closed (see `closeStockRoutes`), and the super admin is made here, asleep, with a one-time link in the
 * data folder. Where demo content is written, which can only be on this machine, it brings the accounts.
 * @param address the public address of the installation
 * @param demoBringsOne false when nobody wants demo content; it is possible on this machine only
 */
export async function ensureFirstAdmin(address: string = publicUrl(), demoBringsOne = env().run.seed !== 'none'): Promise<void> {
  const file = path.join(dataFolder(), FILE);
  const { awake, all } = await db().one<{ awake: number; all: number }>(
    sql`SELECT count(*) FILTER (WHERE is_active) AS awake, count(*) AS "all" FROM admin_users`,
  );
  if (awake > 0) {
    rmSync(file, { force: true });
    return;
  }
  if (all > 0 || (isLoopback(new URL(address).hostname) && demoBringsOne)) return;
  const registrationToken = randomBytes(32).toString('hex');
  const email = `owner@${new URL(address).hostname}`;
  await theStrapi()
    .service('admin::user')
    .create({
      email,
      firstname: 'First',
      lastname: 'Admin',
      isActive: false,
      registrationToken,
      roles: await roleIds([SUPER_ADMIN_CODE]),
    });
  const link = `${address}/cms/admin/auth/register?registrationToken=${registrationToken}`;
  writeFileSync(file, text(email, link), { mode: 0o600 });
  log().info({ file }, 'the link for the first super admin is in this file');
}
