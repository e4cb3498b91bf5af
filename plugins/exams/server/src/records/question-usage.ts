import type { DocumentId } from '@lyceum/core/contract';
import { db, sql } from '@lyceum/core/server';
import type { UsageCount } from '@lyceum/questions/contract';

const PAGE = 5_000;

/** How many attempts held each question, voided ones left out, in pages by document id. */
export async function* questionCounts(): AsyncGenerator<UsageCount[]> {
  const counts = await db().many<UsageCount>(sql`
    SELECT q AS "documentId", count(*)::int AS "timesUsed", max(started_at) AS "lastUsedAt"
    FROM activity.exams_attempts CROSS JOIN LATERAL unnest(question_ids) AS q
    WHERE state <> 'voided' GROUP BY 1`);
  for (let start = 0; start < counts.length; start += PAGE)
    yield counts.slice(start, start + PAGE).map((count) => ({ ...count, documentId: count.documentId as DocumentId }));
}
