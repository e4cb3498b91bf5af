import { DocumentId, defineEndpoint, everyone, Instant, listQuery, listReply, signedIn } from '@lyceum/core/contract';
import { z } from 'zod';
import { examProblems } from './problems.ts';
import { ExamKind, ItemLanguage, PassMark, Presentation, ReviewPolicy, Slug } from './values.ts';

/** What anybody may read about a published, public exam. Never its questions. */
export const ExamCard = z.object({
  id: DocumentId,
  slug: Slug,
  title: z.string(),
  summary: z.string(),
  kind: ExamKind,
  /** Language most of its questions are written in. */
  lang: ItemLanguage,
  questionCount: z.number().int(),
  /** Whole time in seconds, null when untimed. */
  timeLimitSec: z.number().int().nullable(),
  passMark: PassMark.nullable(),
  attemptsAllowed: z.number().int().nullable(),
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  publishedAt: Instant,
});
export type ExamCard = z.output<typeof ExamCard>;

export const ExamDetail = ExamCard.extend({
  /** Rendered from Markdown; safe to place as it is. */
  instructionsHtml: z.string(),
  sections: z.array(
    z.object({ id: z.string(), title: z.string(), questionCount: z.number().int(), timeLimitSec: z.number().int().nullable() }),
  ),
  coolDownSec: z.number().int(),
  presentation: Presentation,
  backNavigation: z.boolean(),
  reviewPolicy: ReviewPolicy,
  /** False when only staff see the score. */
  scoreVisible: z.boolean(),
  shuffleItems: z.boolean(),
  shuffleOptions: z.boolean(),
});
export type ExamDetail = z.output<typeof ExamDetail>;

export const listPublicExams = defineEndpoint({
  method: 'GET',
  path: '/v1/exams',
  summary: 'Published exams that anybody may see, newest first',
  access: everyone,
  query: listQuery(['publishedAt', 'title'], { kind: ExamKind.optional(), lang: ItemLanguage.optional() }).extend({
    sort: z.enum(['-publishedAt', 'publishedAt', 'title', '-title']).default('-publishedAt'),
  }),
  reply: listReply(ExamCard),
});

export const getPublicExam = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/:slug',
  summary: 'Everything the start page shows about one published exam',
  access: everyone,
  params: z.strictObject({ slug: Slug }),
  reply: ExamDetail,
  problems: [examProblems.examNotFound],
});

/** Why one may not start now; the codes match the refusals of `startAttempt`. */
export const START_OBSTACLES = ['notOpenYet', 'closed', 'noAttemptsLeft', 'coolingDown', 'noAccess', 'poolTooSmall'] as const;

export const Eligibility = z.object({
  mayStart: z.boolean(),
  /** Null when one may start or continue. */
  because: z.enum(START_OBSTACLES).nullable(),
  /** When the obstacle ends by itself: opening time or end of the cool-down. */
  until: Instant.nullable(),
  attemptsUsed: z.number().int(),
  /** Null means as many as one likes. */
  attemptsLeft: z.number().int().nullable(),
  /** An attempt that is running and can be continued. Starting returns this one. */
  running: z.object({ attemptId: z.string(), secondsLeft: z.number().int().nullable() }).nullable(),
  /** Where one can get access (a course, an offer), when a plugin says so. */
  accessHref: z.string().nullable(),
});
export type Eligibility = z.output<typeof Eligibility>;

export const getEligibility = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/:slug/eligibility',
  summary: 'Whether the signed-in learner may start this exam now, and if not, why',
  access: signedIn,
  params: z.strictObject({ slug: Slug }),
  reply: Eligibility,
  problems: [examProblems.examNotFound],
});
