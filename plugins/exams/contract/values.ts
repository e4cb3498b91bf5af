import { DocumentId, RecordId } from '@lyceum/core/contract';
import { QUESTION_TYPES, QuestionType } from '@lyceum/questions/contract/types';
import { z } from 'zod';

/** What an exam is for. The order is the one in which the admin offers them. */
export const EXAM_KINDS = [
  'lesson-quiz',
  'module-quiz',
  'practice',
  'mock-exam',
  'placement',
  'diagnostic',
  'certification',
] as const;
export const ExamKind = z.enum(EXAM_KINDS);
export type ExamKind = z.output<typeof ExamKind>;

/** One question a page, or the whole paper on one page. */
export const PRESENTATIONS = ['one', 'all'] as const;
export const Presentation = z.enum(PRESENTATIONS);
export type Presentation = z.output<typeof Presentation>;

/** When a learner may see right answers and explanations. */
export const REVIEW_POLICIES = ['never', 'afterSubmission', 'afterClosing'] as const;
export const ReviewPolicy = z.enum(REVIEW_POLICIES);
export type ReviewPolicy = z.output<typeof ReviewPolicy>;

/** States of an attempt. It goes from running to scored in one step and is never seen between; items marked by hand are counted beside. */
export const ATTEMPT_STATES = ['running', 'scored', 'voided'] as const;
export const AttemptState = z.enum(ATTEMPT_STATES);
export type AttemptState = z.output<typeof AttemptState>;

/** Who ended an attempt. */
export const CLOSED_BY = ['learner', 'deadline', 'staff'] as const;
export const ClosedBy = z.enum(CLOSED_BY);
export type ClosedBy = z.output<typeof ClosedBy>;

/** Languages a question may be written in. */
export const ITEM_LANGUAGES = ['en', 'tr', 'ar'] as const;
export const ItemLanguage = z.enum(ITEM_LANGUAGES);
export type ItemLanguage = z.output<typeof ItemLanguage>;

/** Question types an exam can place and score: all there are. */
export const ITEM_TYPES = QUESTION_TYPES;
export const ItemType = QuestionType;
export type ItemType = z.output<typeof ItemType>;

/** Part of the page address of an exam. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens')
  .max(100)
  // `/v1/exams/attempts` is the learner's history.
  .refine((slug) => slug !== 'attempts', 'this address is taken by the system');

/** Id of an attempt. */
export const AttemptId = RecordId;
export type AttemptId = RecordId;

/** Names one browser tab. The page makes it once (a random UUID) and keeps it for the tab's life. */
export const DeviceId = z.uuid();

/** Share of the points, 0–100, or a number of points; null means that nothing is passed or failed. */
export const PassMark = z.union([
  z.strictObject({ percent: z.number().min(0).max(100) }),
  z.strictObject({ points: z.number().min(0).max(1_000_000) }),
]);
export type PassMark = z.output<typeof PassMark>;

/** Draws `count` questions of a topic (subtopics included) within a range of difficulty. */
export const DrawRule = z
  .strictObject({
    /** Stable within the exam; made by the builder. */
    id: z.string().min(1).max(40),
    topic: DocumentId,
    difficultyMin: z.number().int().min(1).max(10).default(1),
    difficultyMax: z.number().int().min(1).max(10).default(10),
    count: z.number().int().min(1).max(500),
  })
  .refine((rule) => rule.difficultyMin <= rule.difficultyMax, {
    path: ['difficultyMax'],
    message: 'is below the lowest difficulty',
  });
export type DrawRule = z.output<typeof DrawRule>;

/** Part of a paper; keeps its place when items are shuffled. Fixed questions come first unless items are shuffled. */
export const ExamSection = z.strictObject({
  id: z.string().min(1).max(40),
  title: z.string().trim().max(200).default(''),
  /** Own time in seconds. Sections with own time are taken one after the other and are not opened again. */
  timeLimitSec: z.number().int().min(30).max(86_400).nullable().default(null),
  /** Weight of the section in the percentage; only the ratio between sections matters. Default 1. */
  weight: z.number().min(0).max(1000).default(1),
  fixed: z.array(DocumentId).max(500).default([]),
  rules: z.array(DrawRule).max(200).default([]),
});
export type ExamSection = z.output<typeof ExamSection>;

/** Questions on one paper at most. */
export const MAX_ITEMS = 500;

/** All sections of an exam: at most 40, with ids and rule ids that occur once and no question fixed twice. */
export const ExamSections = z
  .array(ExamSection)
  .max(40)
  .superRefine((sections, context) => {
    const seen = { section: new Set<string>(), rule: new Set<string>(), question: new Set<string>() };
    const once = (kind: keyof typeof seen, id: string, path: (string | number)[]) => {
      if (seen[kind].has(id)) context.addIssue({ code: 'custom', path, message: `this ${kind} occurs twice` });
      seen[kind].add(id);
    };
    for (const [at, section] of sections.entries()) {
      once('section', section.id, [at, 'id']);
      for (const [place, rule] of section.rules.entries()) once('rule', rule.id, [at, 'rules', place, 'id']);
      for (const [place, question] of section.fixed.entries()) once('question', question, [at, 'fixed', place]);
    }
    const items = sections.reduce(
      (sum, one) => sum + one.fixed.length + one.rules.reduce((count, rule) => count + rule.count, 0),
      0,
    );
    if (items > MAX_ITEMS) context.addIssue({ code: 'custom', path: [], message: `a paper has at most ${MAX_ITEMS} questions` });
  });
