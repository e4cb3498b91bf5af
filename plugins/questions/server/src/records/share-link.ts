import type { RecordId } from '@lyceum/core/contract';
import { type Db, sql } from '@lyceum/core/server';

export type ShareLinkRecord = {
  id: RecordId;
  documentIds: string[];
  withAnswers: boolean;
  note: string;
  creator: string | null;
  createdAt: Date;
  expiresAt: Date;
};

const LINKS = sql`
  SELECT s.id, s.document_ids AS "documentIds", s.with_answers AS "withAnswers", s.note, s.created_at AS "createdAt", s.expires_at AS "expiresAt",
    coalesce(nullif(trim(concat_ws(' ', a.firstname, a.lastname)), ''), a.email) AS creator
  FROM activity.questions_share_links s LEFT JOIN admin_users a ON a.id = s.created_by`;
/** By the database's clock. */
const LIVE = sql`s.withdrawn_at IS NULL AND s.expires_at > now()`;

export type NewShareLink = {
  id: string;
  tokenHash: Buffer;
  documentIds: readonly string[];
  withAnswers: boolean;
  note: string;
  createdBy: number;
  days: number;
};

export const insertShareLink = (db: Db, link: NewShareLink): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_share_links (id, token_hash, document_ids, with_answers, note, created_by, expires_at)
    VALUES (${link.id}, ${link.tokenHash}, ${[...link.documentIds]}, ${link.withAnswers}, ${link.note}, ${link.createdBy},
      now() + make_interval(days => ${link.days}::int))`);

export const findShareLink = (db: Db, id: string): Promise<ShareLinkRecord | null> =>
  db.maybeOne<ShareLinkRecord>(sql`${LINKS} WHERE s.id = ${id} AND ${LIVE}`);

/** The live link of a key; null for one that ran out, was withdrawn or never was. */
export const shareLinkOfToken = (db: Db, tokenHash: Buffer): Promise<ShareLinkRecord | null> =>
  db.maybeOne<ShareLinkRecord>(sql`${LINKS} WHERE s.token_hash = ${tokenHash} AND ${LIVE}`);

/** Live links that show a question, newest first. */
export const shareLinksOf = (db: Db, documentId: string): Promise<ShareLinkRecord[]> =>
  db.many<ShareLinkRecord>(
    sql`${LINKS} WHERE s.document_ids @> ARRAY[${documentId}]::text[] AND ${LIVE} ORDER BY s.created_at DESC, s.id LIMIT 100`,
  );

/** @returns how many were live until now: 1 or 0 */
export const withdrawShareLink = (db: Db, id: string): Promise<number> =>
  db.run(sql`UPDATE activity.questions_share_links s SET withdrawn_at = now() WHERE s.id = ${id} AND ${LIVE}`);
