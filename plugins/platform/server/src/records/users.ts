import { randomBytes } from 'node:crypto';
import { type Db, sql } from '@lyceum/core/server';

/** A site user as kept in users-permissions' table. */
export type Account = {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string | null;
  readonly locale: string;
  readonly timeZone: string;
  readonly confirmed: boolean;
  readonly blocked: boolean;
  readonly createdAt: Date;
  readonly verifiedAt: Date | null;
};

export type NewAccount = {
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly confirmed: boolean;
};

/** Strapi keeps instants without a zone, in UTC. */
const utcNow = sql.raw("(now() AT TIME ZONE 'UTC')");

const columns =
  sql.raw(`u.id, u.document_id AS "documentId", u.email, coalesce(u.display_name, '') AS "displayName", u.password AS "passwordHash",
  coalesce(u.language, 'en') AS locale, coalesce(u.time_zone, 'UTC') AS "timeZone", coalesce(u.confirmed, false) AS confirmed,
  coalesce(u.blocked, false) AS blocked, u.created_at AT TIME ZONE 'UTC' AS "createdAt", u.verified_at AT TIME ZONE 'UTC' AS "verifiedAt"`);

/** A document id of Strapi's form: a letter and 23 letters or digits, 119 random bits. */
function newDocumentId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  // Bytes of 252 and more would make the first letters of the alphabet likelier.
  const drawn = [...randomBytes(64)].filter((byte) => byte < 252).slice(0, 24);
  return drawn.map((byte, at) => letters[byte % (at === 0 ? 26 : 36)]).join('');
}

export const byEmail = (from: Db, email: string) =>
  from.maybeOne<Account>(sql`SELECT ${columns} FROM up_users u WHERE u.email = ${email}`);

export const byId = (from: Db, id: number) => from.maybeOne<Account>(sql`SELECT ${columns} FROM up_users u WHERE u.id = ${id}`);

export const byDocumentId = (from: Db, id: string) =>
  from.maybeOne<Account>(sql`SELECT ${columns} FROM up_users u WHERE u.document_id = ${id}`);

/** Holds the row until the transaction ends, so that two changes of one account follow each other. */
export const lock = (from: Db, id: number) =>
  from.one<Account>(sql`SELECT ${columns} FROM up_users u WHERE u.id = ${id} FOR UPDATE`);

/** The new account's id; null when the address was taken in the meantime. */
export async function insert(from: Db, account: NewAccount): Promise<number | null> {
  const documentId = newDocumentId();
  const row = await from.maybeOne<{ id: number }>(sql`
    INSERT INTO up_users (document_id, username, email, provider, password, confirmed, blocked, display_name, language, time_zone,
      verified_at, created_at, updated_at, published_at)
    VALUES (${documentId}, ${documentId}, ${account.email}, 'local', ${account.passwordHash}, ${account.confirmed}, false,
      ${account.displayName}, ${account.locale}, ${account.timeZone}, CASE WHEN ${account.confirmed} THEN ${utcNow} END, ${utcNow}, ${utcNow}, ${utcNow})
    ON CONFLICT (email) DO NOTHING RETURNING id`);
  return row?.id ?? null;
}

export type AccountChange = Partial<Pick<Account, 'displayName' | 'locale' | 'timeZone' | 'passwordHash' | 'blocked'>>;

export const change = (from: Db, id: number, values: AccountChange) =>
  from.run(sql`
    UPDATE up_users SET display_name = coalesce(${values.displayName ?? null}, display_name), language = coalesce(${values.locale ?? null}, language),
      time_zone = coalesce(${values.timeZone ?? null}, time_zone), password = coalesce(${values.passwordHash ?? null}, password),
      blocked = coalesce(${values.blocked ?? null}::boolean, blocked), updated_at = ${utcNow}
    WHERE id = ${id}`);

export const setConfirmed = (from: Db, id: number) =>
  from.run(sql`
    UPDATE up_users SET confirmed = true, verified_at = coalesce(verified_at, ${utcNow}), updated_at = ${utcNow} WHERE id = ${id}`);
