import { type Db, sql } from '@lyceum/core/server';

export type PartnerTokenRecord = {
  id: number;
  name: string;
  scopes: string[];
  creator: string | null;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
};

const TOKENS = sql`
  SELECT t.id, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.revoked_at,
    coalesce(nullif(trim(concat_ws(' ', a.firstname, a.lastname)), ''), a.email) AS creator
  FROM activity.platform_partner_tokens t LEFT JOIN admin_users a ON a.id = t.created_by`;

export const allTokens = (db: Db): Promise<PartnerTokenRecord[]> =>
  db.many<PartnerTokenRecord>(sql`${TOKENS} ORDER BY t.created_at DESC, t.id DESC`);

export const findToken = (db: Db, id: number): Promise<PartnerTokenRecord | null> =>
  db.maybeOne<PartnerTokenRecord>(sql`${TOKENS} WHERE t.id = ${id}`);

type NewToken = { hash: Buffer; name: string; scopes: readonly string[]; createdBy: number; expiresAt: Date | null };

export const insertToken = (db: Db, { hash, name, scopes, createdBy, expiresAt }: NewToken): Promise<{ id: number }> =>
  db.one<{ id: number }>(sql`
    INSERT INTO activity.platform_partner_tokens (token_hash, name, scopes, created_by, expires_at)
    VALUES (${hash}, ${name}, ${sql.json(scopes)}, ${createdBy}, ${expiresAt}) RETURNING id`);

/** False when there is none, or it had ended already. */
export const revokeToken = async (db: Db, id: number): Promise<boolean> =>
  (await db.run(sql`UPDATE activity.platform_partner_tokens SET revoked_at = now() WHERE id = ${id} AND revoked_at IS NULL`)) > 0;

export type LiveToken = { id: number; name: string; scopes: string[] };

/** The token with a hash, unless it ended; notes at most once a minute that it was used. */
export const liveToken = (db: Db, hash: Buffer): Promise<LiveToken | null> =>
  db.maybeOne<LiveToken>(sql`
    WITH found AS (
      SELECT id, name, scopes, last_used_at FROM activity.platform_partner_tokens
      WHERE token_hash = ${hash} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())),
    noted AS (
      UPDATE activity.platform_partner_tokens t SET last_used_at = now() FROM found f
      WHERE t.id = f.id AND (f.last_used_at IS NULL OR f.last_used_at < now() - interval '1 minute'))
    SELECT id, name, scopes FROM found`);
