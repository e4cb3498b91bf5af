import { type Db, sql } from '@lyceum/core/server';

/** Addresses of images that are stored already, by the hash of the file they came from. */
export async function storedMedia(db: Db, hashes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ sha256: string; url: string }>(sql`
    SELECT m.sha256, m.url FROM activity.questions_media m JOIN files f ON f.id = m.file_id WHERE m.sha256 = ANY (${hashes})`);
  return new Map(rows.map(({ sha256, url }) => [sha256, url]));
}

export const rememberMedia = (db: Db, media: { sha256: string; fileId: number; url: string }): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_media (sha256, file_id, url) VALUES (${media.sha256}, ${media.fileId}, ${media.url})
    ON CONFLICT (sha256) DO UPDATE SET file_id = excluded.file_id, url = excluded.url`);
