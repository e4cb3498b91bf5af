import { DocumentId, defineEndpoint, everyone, Instant, RecordId, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { PreviewAnswer, PreviewItem, PreviewMedia } from './preview.ts';
import { questionsProblems } from './problems.ts';
import { READ, WRITE } from './questions.ts';

/** Questions one link may show. */
export const SHARE_MAX_QUESTIONS = 100;
/** Longest life of a link, in days. */
export const SHARE_MAX_DAYS = 90;
/** Page of the site that a link opens. */
export const SHARE_PATH = '/preview';

/** A link that still opens. Its address is told once, when it is made: only its hash is kept. */
export const ShareLink = z.object({
  id: RecordId,
  note: z.string(),
  questionCount: z.number().int(),
  withAnswers: z.boolean(),
  createdBy: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
});
export type ShareLink = z.output<typeof ShareLink>;

export const createShareLink = defineEndpoint({
  method: 'POST',
  path: '/questions/share-links',
  summary: 'Makes a link that shows questions as they stand to somebody without an account, until it expires or is withdrawn',
  access: staff(WRITE),
  body: z.strictObject({
    documentIds: z.array(DocumentId).min(1).max(SHARE_MAX_QUESTIONS),
    /** Also right answers, hints, explanations and solutions. */
    withAnswers: z.boolean().default(false),
    /** Whom it is for; only staff read it. */
    note: z.string().trim().max(120).default(''),
    /** Life in days; the setting when left out. */
    days: z.number().int().min(1).max(SHARE_MAX_DAYS).optional(),
  }),
  reply: z.object({
    link: ShareLink,
    /** On the site, below its own address: `/preview/…`. */
    path: z.string(),
  }),
  problems: [questionsProblems.questionNotFound, questionsProblems.questionReadOnly],
});

export const listShareLinks = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/:documentId/share-links',
  summary: 'The links that show this question now, newest first, and how long a new one lives',
  access: staff(READ),
  params: z.strictObject({ documentId: DocumentId }),
  reply: z.object({ rows: z.array(ShareLink), defaultDays: z.number().int() }),
  problems: [questionsProblems.questionNotFound],
});

export const withdrawShareLink = defineEndpoint({
  method: 'POST',
  path: '/questions/share-links/:id/withdraw',
  summary: 'Closes a link at once',
  access: staff(WRITE),
  params: z.strictObject({ id: RecordId }),
  reply: z.object({ withdrawn: z.literal(true) }),
  problems: [questionsProblems.shareLinkNotFound],
});

/** The random part of an address. */
const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is not the key of a link');

export const getSharedQuestions = defineEndpoint({
  method: 'GET',
  path: '/v1/questions/shared/:token',
  summary: 'The questions of a link; expired, withdrawn and unknown ones are refused alike',
  access: everyone,
  params: z.strictObject({ token: Token }),
  reply: z.object({
    expiresAt: Instant,
    questions: z.array(
      z.object({
        item: PreviewItem,
        /** Null where the link shows no answers. */
        answer: PreviewAnswer.nullable(),
        media: PreviewMedia,
      }),
    ),
  }),
  problems: [questionsProblems.shareLinkNotFound],
  // Guesses end long before one could hit a key of 256 bits; reviewers open a page a few times.
  limit: { points: 60, perSec: 60 },
});
export type SharedQuestion = z.output<typeof getSharedQuestions.reply>['questions'][number];
