import { type Db, sql } from '@lyceum/core/server';

/** Addresses of images and audio that are stored already, by the hash of the file they came from. */
export async function storedMedia(db: Db, hashes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ sha256: string; url: string }>(sql`
    SELECT m.sha256, m.url FROM activity.questions_media m
    LEFT JOIN files f ON f.id = m.file_id LEFT JOIN activity.core_files c ON c.id = m.private_file_id
    WHERE m.sha256 = ANY (${hashes}) AND (f.id IS NOT NULL OR c.id IS NOT NULL)`);
  return new Map(rows.map(({ sha256, url }) => [sha256, url]));
}

/** Where a file went: an image into the media library, audio among the private files. */
export type StoredMedia = { readonly sha256: string; readonly url: string } & (
  | { readonly fileId: number; readonly privateFileId?: undefined }
  | { readonly fileId?: undefined; readonly privateFileId: string }
);

export const rememberMedia = (db: Db, { sha256, url, fileId, privateFileId }: StoredMedia): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_media (sha256, file_id, private_file_id, url)
    VALUES (${sha256}, ${fileId ?? null}, ${privateFileId ?? null}, ${url})
    ON CONFLICT (sha256) DO UPDATE SET file_id = excluded.file_id, private_file_id = excluded.private_file_id, url = excluded.url`);

/** Which of these addresses belong to images or audio that the bank stored. */
export async function knownMedia(db: Db, urls: readonly string[]): Promise<Set<string>> {
  if (urls.length === 0) return new Set();
  const rows = await db.many<{ url: string }>(sql`SELECT url FROM activity.questions_media WHERE url = ANY (${urls})`);
  return new Set(rows.map(({ url }) => url));
}
