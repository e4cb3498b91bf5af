import pg from 'pg';
import type { Details, Option, QuestionInput } from '../../../contract/index.ts';

const BATCH = 1_000;

/** What a comparison needs of one draft. */
export type BankRow = Pick<QuestionInput, 'type' | 'stem' | 'key' | 'unit' | 'language'> & {
  id: number;
  documentId: string;
  code: string;
  options: Option[] | null;
  details: Details | null;
  contentHash: string | null;
  sameHash: string | null;
  /** Content hash and version of the stored signature. */
  signedHash: string | null;
  signedVersion: number | null;
};

// Not a named statement and no parameter but the place: every batch is one range of the primary key.
const NEXT = `
  SELECT d.id, d.document_id AS "documentId", d.code, d.type, d.stem, d.options, d.details, d.key, d.unit, d.language,
    d.content_hash AS "contentHash", d.same_hash AS "sameHash", s.content_hash AS "signedHash", s.version AS "signedVersion"
  FROM questions_questions d LEFT JOIN activity.questions_signatures s ON s.document_id = d.document_id
  WHERE d.published_at IS NULL AND d.state <> 'archived' AND d.id > $1 AND ($2::text IS NULL OR d.source_batch IS DISTINCT FROM $2::text)
  ORDER BY d.id LIMIT ${BATCH}`;

/** A connection of a thread's own; nothing of Strapi is loaded there. */
export async function connectTo(database: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...database, application_name: 'lyceum-duplicates' });
  await client.connect();
  await client.query("SET TIME ZONE 'UTC'; SET statement_timeout = '120s'");
  return client;
}

/** Every question of the bank that is not archived, a thousand at a time, by keyset; one connection, little memory. */
export async function* bankRows(client: pg.Client, withoutBatch: string | null = null): AsyncGenerator<BankRow[]> {
  let last = 0;
  for (;;) {
    const { rows } = await client.query<BankRow>(NEXT, [last, withoutBatch]);
    if (rows.length === 0) return;
    last = rows.at(-1)?.id ?? last;
    yield rows;
  }
}
