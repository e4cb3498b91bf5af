import { DocumentId, defineEndpoint, Instant, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { PUBLISH, READ } from './questions.ts';
import { QuestionType } from './types/registry.ts';

/** A figure with its 95 % interval. */
const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

export const OptionFigures = z.object({
  id: z.string(),
  count: z.number().int(),
  /** Of all who were given the question, 0–1. */
  share: z.number(),
  /** Correlation of choosing it with the rest of the paper, −1 to 1; null where nobody or everybody chose it. */
  discrimination: z.number().nullable(),
});
export type OptionFigures = z.output<typeof OptionFigures>;

/** What real attempts say about one version of a question. */
export const ItemFigures = z.object({
  /** Scored attempts it was given in. */
  times: z.number().int(),
  answered: z.number().int(),
  /** Share that left it empty, 0–1. */
  omitted: z.number(),
  /** Difficulty index: mean share of the points, 0 (nobody right) to 1 (everybody right). */
  difficulty: Estimate,
  /** Corrected item–total correlation, −1 to 1; null where it cannot be told. */
  discrimination: Estimate.nullable(),
  meanSec: z.number().int(),
  /** Empty for types whose answer is not picked. */
  options: z.array(OptionFigures),
});
export type ItemFigures = z.output<typeof ItemFigures>;

/** Why a question needs care, worst first. The sentence of each is the text `care.<code>` of the admin. */
export const CARE_CODES = [
  'negativeDiscrimination',
  'wrongOptionDrawsBest',
  'belowGuessing',
  'tooHard',
  'tooEasy',
  'weakDiscrimination',
  'deadOption',
  'oftenOmitted',
  'slow',
] as const;
export const CareCode = z.enum(CARE_CODES);
export type CareCode = z.output<typeof CareCode>;
export const CareFlag = z.object({ code: CareCode, params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type CareFlag = z.output<typeof CareFlag>;

const OneQuestion = z.strictObject({ documentId: DocumentId });

export const RevisionFigures = ItemFigures.extend({
  number: z.number().int(),
  countedAt: Instant,
  flags: z.array(CareFlag),
});
export type RevisionFigures = z.output<typeof RevisionFigures>;

export const getFigures = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/:documentId/figures',
  summary: 'Figures of each version from the attempts of last night, newest version first',
  access: staff(READ),
  params: OneQuestion,
  reply: z.object({
    rows: z.array(RevisionFigures),
    openReports: z.number().int(),
    /** Flags of the newest version that somebody looked at and put aside. */
    dismissed: z.array(CareCode),
  }),
  problems: [questionsProblems.questionNotFound],
});

/** A question that needs care. */
export const CareRow = z.object({
  documentId: DocumentId,
  code: z.string(),
  stemStart: z.string(),
  type: QuestionType,
  number: z.number().int(),
  times: z.number().int(),
  difficulty: z.number(),
  discrimination: z.number().nullable(),
  flags: z.array(CareFlag),
  openReports: z.number().int(),
});
export type CareRow = z.output<typeof CareRow>;

export const listCare = defineEndpoint({
  method: 'GET',
  path: '/questions/care',
  summary: 'Questions that need care by their figures, worst first; what was put aside is left out',
  access: staff(READ),
  query: listQuery(['severity'], { flag: CareCode.optional() }).extend({ sort: z.literal('severity').default('severity') }),
  reply: listReply(CareRow),
});

export const dismissCare = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/:documentId/figures/dismiss',
  summary: 'Puts a flag of the newest version aside, or takes it back; a new version is judged anew',
  access: staff(PUBLISH),
  params: OneQuestion,
  body: z.strictObject({ flag: CareCode, dismissed: z.boolean() }),
  reply: z.object({ dismissed: z.array(CareCode) }),
  problems: [questionsProblems.questionNotFound, questionsProblems.questionReadOnly],
});

export const recountFigures = defineEndpoint({
  method: 'POST',
  path: '/questions/care/recount',
  summary: 'Counts the figures now instead of tonight',
  access: staff(PUBLISH),
  reply: z.object({ queued: z.literal(true) }),
  limit: { points: 4, perSec: 3_600 },
});
