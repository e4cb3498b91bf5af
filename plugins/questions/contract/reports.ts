import { DocumentId, Instant } from '@lyceum/core/contract';
import { z } from 'zod';

/** What a learner can say is wrong with a question, in the order it is offered. */
export const REPORT_REASONS = ['wrongKey', 'unclear', 'typo', 'other'] as const;
export const ReportReason = z.enum(REPORT_REASONS);
export type ReportReason = z.output<typeof ReportReason>;

export const REPORT_STATES = ['open', 'closed'] as const;
export const ReportState = z.enum(REPORT_STATES);
export type ReportState = z.output<typeof ReportState>;

/** How staff closed a report: the question was put right, it stays as it is, or another report said the same. */
export const REPORT_OUTCOMES = ['corrected', 'unchanged', 'duplicate'] as const;
export const ReportOutcome = z.enum(REPORT_OUTCOMES);
export type ReportOutcome = z.output<typeof ReportOutcome>;

/** Longest text of a report, and of the answer to it. */
export const REPORT_TEXT_MAX = 1_000;

/** A report as the learner who wrote it sees it; `answer` is what staff wrote when they closed it. */
export const OwnReport = z.object({
  documentId: DocumentId,
  reason: ReportReason,
  text: z.string(),
  state: ReportState,
  outcome: ReportOutcome.nullable(),
  answer: z.string().nullable(),
  createdAt: Instant,
  closedAt: Instant.nullable(),
});
export type OwnReport = z.output<typeof OwnReport>;

/** What a plugin hands over when one of its learners reports a question. */
export type NewReport = {
  readonly learnerId: number;
  readonly documentId: DocumentId;
  /** Version the learner was shown. */
  readonly revisionId: number;
  readonly reason: ReportReason;
  readonly text: string;
  /** Where it was seen, `<noun>:<id>`, for example `attempt:…`. */
  readonly seenIn: string;
};
