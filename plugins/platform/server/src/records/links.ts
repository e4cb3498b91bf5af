import { type Db, db, sql } from '@lyceum/core/server';

export type LinkKind = 'confirm' | 'reset';

/** What a registration asked for; it becomes true with the confirmation of its own link. */
export type Registration = {
  readonly passwordHash: string;
  readonly displayName: string;
  readonly locale: string;
  readonly timeZone: string;
};

export type NewLink = {
  readonly hash: Buffer;
  readonly userId: number;
  readonly kind: LinkKind;
  readonly registration: Registration | null;
  readonly lifetimeSec: number;
};

export const insert = (from: Db, link: NewLink) =>
  from.run(sql`
    INSERT INTO activity.platform_links (token_hash, user_id, kind, registration, expires_at)
    VALUES (${link.hash}, ${link.userId}, ${link.kind}, ${sql.json(link.registration)}, now() + make_interval(secs => ${link.lifetimeSec}))`);

export type UsedLink = { readonly userId: number; readonly registration: Registration | null };

/** Whose link this is while it still works. */
export const find = (from: Db, hash: Buffer, kind: LinkKind) =>
  from.maybeOne<UsedLink>(sql`
    SELECT user_id AS "userId", registration FROM activity.platform_links
    WHERE token_hash = ${hash} AND kind = ${kind} AND used_at IS NULL AND expires_at > now()`);

/** Uses a link up; of two at once one gets it. Every other link of the kind stops working too. */
export async function use(from: Db, hash: Buffer, kind: LinkKind): Promise<UsedLink | null> {
  const link = await from.maybeOne<UsedLink>(sql`
    UPDATE activity.platform_links SET used_at = now()
    WHERE token_hash = ${hash} AND kind = ${kind} AND used_at IS NULL AND expires_at > now()
    RETURNING user_id AS "userId", registration`);
  if (link) await voidAll(from, link.userId, kind);
  return link;
}

export const voidAll = (from: Db, userId: number, kind: LinkKind) =>
  from.run(
    sql`UPDATE activity.platform_links SET used_at = now() WHERE user_id = ${userId} AND kind = ${kind} AND used_at IS NULL`,
  );

/** What the latest registration asked for, whether its link still works or not. */
export const latestRegistration = async (from: Db, userId: number) =>
  (
    await from.maybeOne<{ registration: Registration | null }>(sql`
    SELECT registration FROM activity.platform_links WHERE user_id = ${userId} AND kind = 'confirm' ORDER BY created_at DESC LIMIT 1`)
  )?.registration ?? null;

export const removeOld = () => db().run(sql`DELETE FROM activity.platform_links WHERE expires_at < now() - interval '7 days'`);
