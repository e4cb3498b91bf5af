import type { z } from 'zod';
import type { listOwnAttempts, OwnAttempt } from '../../../contract/results.ts';
import type { AttemptId } from '../../../contract/values.ts';
import { secondsLeft } from '../../../domain/attempt/time-left.ts';
import * as records from '../records/history.ts';
import { finishOverdue } from './finish.ts';
import { formOf, publishedBySlug, publishedOf } from './forms.ts';

type Query = z.output<NonNullable<typeof listOwnAttempts.query>>;

async function toRow(row: records.HistoryRow): Promise<z.input<typeof OwnAttempt>> {
  const form = await formOf(row.formId, row.examId);
  const shown = ((await publishedOf(row.examId)) ?? form).definition;
  return {
    attemptId: row.id as AttemptId,
    number: row.number,
    exam: { title: form.definition.title, slug: shown.slug },
    state: row.state,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    secondsLeft: row.state === 'running' ? secondsLeft(row.deadlineAt, row.now) : null,
    percent: shown.scoreVisible && row.state === 'scored' && row.pendingMarks === 0 ? row.percent : null,
    passed: shown.scoreVisible && row.state === 'scored' ? row.passed : null,
    pendingMarks: row.state === 'scored' ? row.pendingMarks : 0,
    scoreVisible: shown.scoreVisible,
  };
}

/** Own attempts, newest first; overdue ones are closed on the way. */
export async function ownAttempts(learnerId: number, query: Query) {
  for (const id of await records.overdueOf(learnerId)) await finishOverdue(id, learnerId).catch(() => undefined);
  let examId: string | undefined;
  if (query.exam !== undefined) {
    examId = (await publishedBySlug(query.exam))?.examId;
    if (examId === undefined) return { rows: [], next: null, total: null };
  }
  const page = await records.history(learnerId, { ...query, ...(examId === undefined ? {} : { examId }) });
  return { rows: await Promise.all(page.rows.map(toRow)), next: page.next, total: null };
}
