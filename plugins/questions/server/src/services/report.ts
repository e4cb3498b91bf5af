import type { DocumentId } from '@lyceum/core/contract';
import { refuse } from '@lyceum/core/contract';
import { db } from '@lyceum/core/server';
import { type NewReport, type OwnReport, questionsProblems } from '../../../contract/index.ts';
import { insertReport, type ReportRecord, reportsOf as rowsOf } from '../records/report.ts';

const toReport = ({ createdAt, closedAt, ...row }: ReportRecord): OwnReport => ({
  ...row,
  createdAt: createdAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
});

/** Stores what a learner says is wrong with a question. @throws Refusal `reportExists` on the second time */
export async function reportQuestion(report: NewReport): Promise<OwnReport> {
  const row = await insertReport(db(), report);
  return row ? toReport(row) : refuse(questionsProblems.reportExists);
}

export const reportsOf = async (learnerId: number, documentIds: readonly DocumentId[]): Promise<OwnReport[]> =>
  documentIds.length === 0 ? [] : (await rowsOf(db(), learnerId, documentIds)).map(toReport);
