import { type Db, sql } from '@lyceum/core/server';
import type { QuestionInput } from '../../../contract/index.ts';
import { contentHash } from '../../../domain/question/hashes.ts';
import { publishDrafts } from './publish.ts';
import { findDrafts } from './question.ts';
import { isModified, toInput } from './question-row.ts';

/** How a question is classified: what a merge of topics, exam types or skills changes, and nothing else. */
export type Classification = Pick<QuestionInput, 'topic' | 'furtherTopics' | 'examTypes' | 'skill'>;

/** Drafts that are read, changed and written together. */
const CHUNK = 500;

async function writeChunk(db: Db, rows: readonly (Classification & { documentId: string; hash: string })[]): Promise<void> {
  const record = sql`jsonb_to_recordset(${sql.json(rows)})
    AS r ("documentId" text, hash text, topic text, "furtherTopics" jsonb, "examTypes" jsonb, skill text)`;
  await db.run(sql`
    UPDATE questions_questions d SET further_topics = r."furtherTopics", exam_types = r."examTypes", skill = r.skill, content_hash = r.hash,
      updated_at = now() AT TIME ZONE 'UTC'
    FROM ${record} WHERE d.document_id = r."documentId" AND d.published_at IS NULL`);
  // Published rows that are not published anew (their draft has other changes) follow too: a topic that is gone links nothing.
  await db.run(sql`
    UPDATE questions_questions_topic_lnk l SET topic_id = t.id
    FROM ${record}, questions_questions d, questions_topics t
    WHERE d.document_id = r."documentId" AND l.question_id = d.id AND t.document_id = r.topic AND l.topic_id <> t.id`);
}

/**
 * Classifies questions anew, in the caller's transaction. Those whose draft equals what is published become a new revision with the
 * note; of the others only the draft changes, and the pool's row follows to the new topic.
 * @returns how many were changed
 */
export async function reclassify(
  db: Db,
  documentIds: readonly string[],
  change: (before: Classification) => Classification,
  author: string,
  note: string,
): Promise<number> {
  for (let start = 0; start < documentIds.length; start += CHUNK) {
    const drafts = await findDrafts(db, documentIds.slice(start, start + CHUNK));
    const changed = drafts.map((row) => {
      const input = toInput(row);
      const after = { ...input, ...change(input) };
      const { topic, furtherTopics, examTypes, skill } = after;
      return { documentId: row.document_id, hash: contentHash(after), topic, furtherTopics, examTypes, skill };
    });
    await writeChunk(db, changed);
    const current = drafts.filter((row) => row.state === 'published' && !isModified(row)).map((row) => row.document_id);
    await publishDrafts(db, current, author, note);
  }
  return documentIds.length;
}

const ids = async (rows: Promise<{ document_id: string }[]>): Promise<string[]> => (await rows).map((row) => row.document_id);

/** Drafts filed at a topic, as main or further one; archived ones included. */
export const draftsOfTopic = (db: Db, topic: string): Promise<string[]> =>
  ids(
    db.many(sql`
      SELECT d.document_id FROM questions_questions d WHERE d.published_at IS NULL AND (d.further_topics ? ${topic} OR EXISTS (
        SELECT 1 FROM questions_questions_topic_lnk l JOIN questions_topics t ON t.id = l.topic_id
        WHERE l.question_id = d.id AND t.document_id = ${topic})) ORDER BY d.id`),
  );

export const draftsOfExamType = (db: Db, examType: string): Promise<string[]> =>
  ids(
    db.many(sql`SELECT document_id FROM questions_questions WHERE published_at IS NULL AND exam_types ? ${examType} ORDER BY id`),
  );

export const draftsOfSkill = (db: Db, skill: string): Promise<string[]> =>
  ids(db.many(sql`SELECT document_id FROM questions_questions WHERE published_at IS NULL AND skill = ${skill} ORDER BY id`));

/** The pool follows a topic that was merged, whatever revision it holds. */
export const movePoolTopic = (db: Db, from: string, to: string): Promise<number> =>
  db.run(sql`UPDATE activity.questions_pool SET topic_document_id = ${to} WHERE topic_document_id = ${from}`);
