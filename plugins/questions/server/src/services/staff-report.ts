import { LOCALES, refuse } from '@lyceum/core/contract';
import { plainText } from '@lyceum/core/render';
import { type Actor, audit, db, encodeCursor, inTransaction, keyset, sendMail, staffOf } from '@lyceum/core/server';
import { questionsProblems, type ReportOutcome, type StaffReport } from '../../../contract/index.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { listRevisions } from '../records/question.ts';
import { seenIn } from '../records/scope.ts';
import { closeOpen, type ReportFilter, type StaffReportRecord, staffReport, staffReports } from '../records/staff-report.ts';
import { closedMail } from './report-mail.ts';
import { revisionInput } from './revision.ts';
import { scopeOf } from './scope.ts';

const toReport = ({ createdAt, closedAt, stemStart, ...row }: StaffReportRecord): StaffReport => ({
  ...row,
  stemStart: cleanLine(stemStart).slice(0, 200),
  createdAt: createdAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
});

type Page = { sort: string; cursor?: string | undefined; pageSize: number };

/** Reports of the questions an actor sees. */
export async function reportQueue({ sort, cursor, pageSize, ...filter }: Page & ReportFilter, actor: Actor) {
  const { after, order } = keyset(
    { sort, cursor },
    { createdAt: { column: `date_trunc('milliseconds', r.created_at)`, cast: 'timestamptz' } },
    'r.id',
  );
  const scope = seenIn(await scopeOf(actor));
  const found = await staffReports(db(), filter, scope, { after, order, limit: pageSize + 1 });
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    rows: rows.map(toReport),
    next: found.length > pageSize && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
    total: null,
  };
}

/** A report with the version the learner was shown. @throws Refusal `reportNotFound`, for a foreign question's too */
export async function reportWithQuestion(id: string, actor: Actor) {
  const row = (await staffReport(db(), id, seenIn(await scopeOf(actor)))) ?? refuse(questionsProblems.reportNotFound);
  const versions = await listRevisions(db(), row.documentId);
  const shown = versions.find(({ number }) => number === row.number) ?? refuse(questionsProblems.reportNotFound);
  return { report: toReport(row), question: revisionInput(shown), newest: versions[0]?.number ?? row.number };
}

type Close = { ids: readonly string[]; outcome: ReportOutcome; answer: string | null };

/** Closes reports and tells each learner, in one transaction. @throws Refusal `reportNotFound` when none of them is open */
export async function closeMany({ ids, outcome, answer }: Close, actor: Actor): Promise<{ closed: number }> {
  const staffId = staffOf(actor).id;
  return inTransaction(async (tx) => {
    const closed = await closeOpen(tx, ids, { outcome, answer, staffId }, seenIn(await scopeOf(actor)));
    if (closed.length === 0) return refuse(questionsProblems.reportNotFound);
    for (const { id, documentId, userId, email, language, title } of closed) {
      await audit(tx, {
        actor,
        action: 'questions.closeReport',
        object: `question:${documentId}`,
        after: { report: id, outcome },
      });
      if (userId === null || email === null) continue;
      const locale = LOCALES.find((known) => known === language) ?? 'en';
      const mail = closedMail({ question: plainText(title), outcome, answer }, locale);
      await sendMail(tx, { to: email, userId, ...mail, dedupeKey: `questions.report-closed:${id}` });
    }
    return { closed: closed.length };
  });
}
