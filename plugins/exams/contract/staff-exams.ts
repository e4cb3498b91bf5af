import { DocumentId, defineEndpoint, Instant, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { examProblems } from './problems.ts';
import { ExamKind, ExamSections, PassMark, Presentation, ReviewPolicy, Slug } from './values.ts';

/** Permissions of staff, as the admin's role page lists them. */
export const EXAM_PERMISSIONS = {
  readExams: 'plugin::exams.exams.read',
  writeExams: 'plugin::exams.exams.write',
  publishExams: 'plugin::exams.exams.publish',
  readAttempts: 'plugin::exams.attempts.read',
  markAttempts: 'plugin::exams.attempts.mark',
  extendAttempts: 'plugin::exams.attempts.extend',
  voidAttempts: 'plugin::exams.attempts.void',
} as const;

/** What the builder edits. */
export const ExamInput = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    slug: Slug,
    kind: ExamKind.default('practice'),
    summary: z.string().trim().max(500).default(''),
    /** Markdown, shown on the start page. */
    instructions: z.string().max(20_000).default(''),
    /** Whole time; null means untimed. */
    timeLimitSec: z.number().int().min(30).max(86_400).nullable().default(null),
    passMark: PassMark.nullable().default({ percent: 70 }),
    attemptsAllowed: z.number().int().min(1).max(1000).nullable().default(null),
    coolDownSec: z.number().int().min(0).max(31_536_000).default(0),
    /** Starting is possible from here on. */
    opensAt: Instant.nullable().default(null),
    /** Running attempts end here too. */
    closesAt: Instant.nullable().default(null),
    presentation: Presentation.default('one'),
    backNavigation: z.boolean().default(true),
    reviewPolicy: ReviewPolicy.default('afterSubmission'),
    scoreVisible: z.boolean().default(true),
    shuffleItems: z.boolean().default(false),
    shuffleOptions: z.boolean().default(true),
    /** Anybody may see and open it; otherwise another plugin must grant access. */
    isPublic: z.boolean().default(true),
    sections: ExamSections.default([]),
  })
  .refine((exam) => !exam.opensAt || !exam.closesAt || Date.parse(exam.opensAt) < Date.parse(exam.closesAt), {
    path: ['closesAt'],
    message: 'is not after the opening time',
  });
export type ExamInput = z.output<typeof ExamInput>;

/** `changed`: published, and the draft differs from it. */
export const EXAM_STATUSES = ['draft', 'published', 'changed'] as const;
export const ExamStatus = z.enum(EXAM_STATUSES);

export const ExamDraft = z.object({
  id: DocumentId,
  status: ExamStatus,
  publishedAt: Instant.nullable(),
  updatedAt: Instant,
  attempts: z.number().int(),
  exam: z.object(ExamInput.shape),
});
export type ExamDraft = z.output<typeof ExamDraft>;

export const ExamRow = z.object({
  id: DocumentId,
  title: z.string(),
  slug: z.string(),
  kind: ExamKind,
  status: ExamStatus,
  itemCount: z.number().int(),
  timeLimitSec: z.number().int().nullable(),
  isPublic: z.boolean(),
  attempts: z.number().int(),
  running: z.number().int(),
  updatedAt: Instant,
});
export type ExamRow = z.output<typeof ExamRow>;

const ExamParams = z.strictObject({ examId: DocumentId });

export const listExams = defineEndpoint({
  method: 'GET',
  path: '/exams/exams',
  summary: 'All exams with status and number of attempts',
  access: staff(EXAM_PERMISSIONS.readExams),
  query: listQuery(['updatedAt', 'title'], { kind: ExamKind.optional(), status: ExamStatus.optional() }).extend({
    sort: z.enum(['-updatedAt', 'updatedAt', 'title', '-title']).default('-updatedAt'),
  }),
  reply: listReply(ExamRow),
});

export const getExam = defineEndpoint({
  method: 'GET',
  path: '/exams/exams/:examId',
  summary: 'The draft of one exam',
  access: staff(EXAM_PERMISSIONS.readExams),
  params: ExamParams,
  reply: ExamDraft,
  problems: [examProblems.examNotFound],
});

export const createExam = defineEndpoint({
  method: 'POST',
  path: '/exams/exams',
  summary: 'Creates the draft of an exam',
  access: staff(EXAM_PERMISSIONS.writeExams),
  idempotent: true,
  body: ExamInput,
  reply: ExamDraft,
  problems: [examProblems.slugTaken],
});

export const updateExam = defineEndpoint({
  method: 'PUT',
  path: '/exams/exams/:examId',
  summary: 'Replaces the draft; attempts and the published exam stay as they are until it is published',
  access: staff(EXAM_PERMISSIONS.writeExams),
  params: ExamParams,
  body: ExamInput,
  reply: ExamDraft,
  problems: [examProblems.examNotFound, examProblems.slugTaken],
});

export const proposeSlug = defineEndpoint({
  method: 'GET',
  path: '/exams/slug',
  summary: 'A free address made from the title',
  access: staff(EXAM_PERMISSIONS.writeExams),
  query: z.strictObject({ title: z.string().trim().min(1).max(200), examId: DocumentId.optional() }),
  reply: z.object({ slug: Slug }),
});

const CheckedRule = z.object({
  sectionId: z.string(),
  ruleId: z.string(),
  topic: DocumentId,
  topicName: z.string(),
  wanted: z.number().int(),
  /** Published questions that fit the rule. */
  available: z.number().int(),
  /** How many fewer the paper can get after overlaps with other rules and fixed questions. 0 is well. */
  missing: z.number().int(),
});

/** What the check page shows before publishing [E-03]. */
export const CheckReport = z.object({
  publishable: z.boolean(),
  itemCount: z.number().int(),
  pointsMin: z.number(),
  /** Differs from `pointsMin` when rules may draw questions with different points. */
  pointsMax: z.number(),
  rules: z.array(CheckedRule),
  /** Fixed questions that are not published. */
  missingQuestions: z.array(z.object({ sectionId: z.string(), question: DocumentId })),
  /** One drawn example: how many questions of each topic and difficulty. */
  drawn: z.array(z.object({ topic: DocumentId, topicName: z.string(), difficulty: z.number().int(), count: z.number().int() })),
  /** Obstacles to publishing first, then warnings; each is a code the admin has a sentence for. */
  findings: z.array(
    z.object({
      code: z.enum([
        'noQuestions',
        'ruleShort',
        'questionNotPublished',
        'topicGone',
        'sectionEmpty',
        'passMarkTooHigh',
        'sectionTimesDiffer',
        'alreadyClosed',
        'slugTaken',
        'noSpareQuestions',
        'variantsTogether',
      ]),
      blocking: z.boolean(),
      sectionId: z.string().nullable(),
      ruleId: z.string().nullable(),
    }),
  ),
});
export type CheckReport = z.output<typeof CheckReport>;

export const checkExam = defineEndpoint({
  method: 'POST',
  path: '/exams/check',
  summary: 'Tries a draw for a draft, saved or not, and tells what is missing',
  access: staff(EXAM_PERMISSIONS.readExams),
  body: z.strictObject({ examId: DocumentId.nullable().default(null), exam: ExamInput }),
  reply: CheckReport,
});

export const publishExam = defineEndpoint({
  method: 'POST',
  path: '/exams/exams/:examId/publish',
  summary: 'Publishes the draft; attempts that run keep the form they began with',
  access: staff(EXAM_PERMISSIONS.publishExams),
  params: ExamParams,
  reply: ExamDraft,
  problems: [examProblems.examNotFound, examProblems.examWithoutQuestions, examProblems.poolTooSmall, examProblems.slugTaken],
});

export const unpublishExam = defineEndpoint({
  method: 'POST',
  path: '/exams/exams/:examId/unpublish',
  summary: 'Takes the exam from the site; running attempts may be finished',
  access: staff(EXAM_PERMISSIONS.publishExams),
  params: ExamParams,
  reply: ExamDraft,
  problems: [examProblems.examNotFound, examProblems.notPublished],
});

export const deleteExam = defineEndpoint({
  method: 'DELETE',
  path: '/exams/exams/:examId',
  summary: 'Deletes an exam nobody has attempted',
  access: staff(EXAM_PERMISSIONS.writeExams),
  params: ExamParams,
  reply: z.object({ deleted: z.literal(true) }),
  problems: [examProblems.examNotFound, examProblems.examInUse],
});
