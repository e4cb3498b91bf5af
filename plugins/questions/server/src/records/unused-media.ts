import { type Db, type Sql, sql } from '@lyceum/core/server';
import { UNUSED_DAYS } from '../../../contract/index.ts';

export type MediaRecord = {
  sha256: string;
  url: string;
  fileId: number | null;
  privateFileId: string | null;
  name: string;
  sizeBytes: number;
  createdAt: Date;
  unusedSince: Date;
};

/** Every address that Markdown of a question or of one of its versions leads to. */
const USED = sql.raw(`
  SELECT (regexp_matches(text, '\\]\\(<?([^)\\s>"\\\\]+)', 'g'))[1] AS url FROM (
    SELECT concat_ws(' ', stem, options::text, details::text, key::text, explanation, solution, hints::text) AS text FROM questions_questions
    UNION ALL SELECT content::text || ' ' || key::text FROM activity.questions_revisions) t
  WHERE text LIKE '%](%'`);

/**
 * Notes since when each stored file has been in no question; one that is used again counts anew.
 * Versions of questions are kept for good, so what stands in one stays used.
 */
export const noteUnused = (db: Db): Promise<number> =>
  db.run(sql`
    WITH used AS MATERIALIZED (SELECT DISTINCT url FROM (${USED}) u)
    UPDATE activity.questions_media m
    SET unused_since = CASE WHEN used.url IS NULL THEN coalesce(m.unused_since, now()) END
    FROM activity.questions_media x LEFT JOIN used ON used.url = x.url
    WHERE x.sha256 = m.sha256 AND (used.url IS NULL) <> (m.unused_since IS NOT NULL)`);

const select = (condition: Sql): Sql => sql`
  SELECT m.sha256, m.url, m.file_id AS "fileId", m.private_file_id AS "privateFileId", coalesce(f.name, c.name, '') AS name,
    coalesce(c.size_bytes, round(f.size * 1000)::int8, 0) AS "sizeBytes", m.created_at AS "createdAt", m.unused_since AS "unusedSince"
  FROM activity.questions_media m
  LEFT JOIN files f ON f.id = m.file_id LEFT JOIN activity.core_files c ON c.id = m.private_file_id
  WHERE m.unused_since < now() - make_interval(days => ${UNUSED_DAYS})
    AND NOT EXISTS (SELECT 1 FROM files_related_mph r WHERE r.file_id = m.file_id) AND ${condition}
  ORDER BY m.unused_since, m.sha256`;

/** Longest unused first, at most a thousand. */
export const unusedMedia = (db: Db): Promise<MediaRecord[]> => db.many<MediaRecord>(sql`${select(sql`true`)} LIMIT 1000`);

/** Those of the given files that are still unused, locked until the transaction ends. */
export const lockUnused = (db: Db, hashes: readonly string[]): Promise<MediaRecord[]> =>
  db.many<MediaRecord>(sql`${select(sql`m.sha256 = ANY (${hashes})`)} FOR UPDATE OF m`);

export const forgetMedia = (db: Db, hashes: readonly string[]): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_media WHERE sha256 = ANY (${hashes})`);
