import { DocumentId, defineEndpoint, Instant, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { REPORT_TEXT_MAX, ReportOutcome, ReportReason, ReportState } from './reports.ts';
import { QuestionInput } from './values.ts';

export const MANAGE_REPORTS = 'plugin::questions.reports.manage';

/** What learners say is wrong with a question, as staff see it. Learners stay unnamed: the text is what counts. */
export const StaffReport = z.object({
  id: z.uuid(),
  documentId: DocumentId,
  code: z.string(),
  stemStart: z.string(),
  reason: ReportReason,
  text: z.string(),
  state: ReportState,
  outcome: ReportOutcome.nullable(),
  answer: z.string().nullable(),
  /** Version the learner was shown. */
  number: z.number().int(),
  /** Open reports of the same question, this one included. */
  openOfQuestion: z.number().int(),
  createdAt: Instant,
  closedAt: Instant.nullable(),
});
export type StaffReport = z.output<typeof StaffReport>;

export const listReports = defineEndpoint({
  method: 'GET',
  path: '/questions/reports',
  summary: 'Reports of learners, oldest open ones first',
  access: staff(MANAGE_REPORTS),
  query: listQuery(['createdAt'], {
    state: ReportState.default('open'),
    reason: ReportReason.optional(),
    documentId: DocumentId.optional(),
  }).extend({ sort: z.enum(['createdAt', '-createdAt']).default('createdAt') }),
  reply: listReply(StaffReport),
});

export const getReport = defineEndpoint({
  method: 'GET',
  path: '/questions/reports/:id',
  summary: 'A report with the question as the learner was shown it',
  access: staff(MANAGE_REPORTS),
  params: z.strictObject({ id: z.uuid() }),
  reply: z.object({
    report: StaffReport,
    /** The version the learner saw, as its author wrote it. */
    question: QuestionInput,
    /** Number of the newest version. */
    newest: z.number().int(),
  }),
  problems: [questionsProblems.reportNotFound],
});

export const closeReports = defineEndpoint({
  method: 'POST',
  path: '/questions/reports/close',
  summary: 'Closes reports with an outcome; each learner is told by mail and in the review',
  access: staff(MANAGE_REPORTS),
  body: z.strictObject({
    ids: z.array(z.uuid()).min(1).max(500),
    outcome: ReportOutcome,
    /** Told to the learner together with the outcome. */
    answer: z.string().trim().max(REPORT_TEXT_MAX).nullable().default(null),
  }),
  reply: z.object({ closed: z.number().int() }),
  problems: [questionsProblems.reportNotFound],
});
