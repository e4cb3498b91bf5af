import { type Db, sql } from '@lyceum/core/server';
import { SIGNATURE_VERSION } from '../../../domain/duplicates/min-hash.ts';

export type Signature = { readonly documentId: string; readonly contentHash: string | null; readonly bands: readonly number[] };

/** Stores what questions are found by; also those without words, so that they are not looked at again. */
export const storeSignatures = (db: Db, signatures: readonly Signature[]): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_signatures (document_id, content_hash, version, bands)
    SELECT r."documentId", r."contentHash", ${SIGNATURE_VERSION}, r.bands
    FROM jsonb_to_recordset(${sql.json(signatures)}) AS r ("documentId" text, "contentHash" text, bands integer[])
    ON CONFLICT (document_id) DO UPDATE SET content_hash = excluded.content_hash, version = excluded.version, bands = excluded.bands`);

/** Hashes of exact duplicates that were missing or made by older rules; a draft that changed meanwhile keeps its own. */
export const storeSameHashes = (
  db: Db,
  hashes: readonly { documentId: string; contentHash: string | null; sameHash: string }[],
): Promise<number> =>
  db.run(sql`
    UPDATE questions_questions d SET same_hash = r."sameHash"
    FROM jsonb_to_recordset(${sql.json(hashes)}) AS r ("documentId" text, "contentHash" text, "sameHash" text)
    WHERE d.document_id = r."documentId" AND d.content_hash IS NOT DISTINCT FROM r."contentHash"`);

export const dropLooseSignatures = (db: Db): Promise<number> =>
  db.run(sql`
    DELETE FROM activity.questions_signatures s
    WHERE NOT EXISTS (SELECT 1 FROM questions_questions d WHERE d.document_id = s.document_id AND d.published_at IS NULL)`);
