import { DocumentId, Locale } from '@lyceum/core/contract';
import { z } from 'zod';
import { DIFFICULTY, TEXT_LIMITS } from './limits.ts';

/** What questions get where a file of whole questions says nothing. */
export const ImportDefaults = z.strictObject({
  /** Topic of questions that name none; without it they fail. */
  topic: DocumentId.nullable().default(null),
  /** Makes topics that the file names and the tree does not have; the dry run lists them. Off: such questions fail. */
  createTopics: z.boolean().default(true),
  /** New topics are made below this one; null makes them subjects. */
  topicParent: DocumentId.nullable().default(null),
  difficulty: z.number().int().min(DIFFICULTY.min).max(DIFFICULTY.max).default(5),
  language: Locale.default('en'),
  examTypes: z.array(DocumentId).max(20).default([]),
  source: z.string().trim().max(TEXT_LIMITS.source).nullable().default(null),
  licence: z.string().trim().max(TEXT_LIMITS.source).nullable().default(null),
});
export type ImportDefaults = z.output<typeof ImportDefaults>;

/** What a file of whole questions holds, counted over all of it. */
export const ItemsFound = z.object({
  /** What the format calls its entries; not `isKnown` are kinds that the bank does not know and that are skipped. */
  kinds: z.array(z.object({ kind: z.string(), isKnown: z.boolean(), count: z.number().int() })),
  /** Questions without a value of their own, which get the chosen one. */
  missing: z.object({
    topic: z.number().int(),
    difficulty: z.number().int(),
    language: z.number().int(),
    source: z.number().int(),
    licence: z.number().int(),
  }),
  /** Images and audio inside the file. */
  media: z.number().int(),
});
export type ItemsFound = z.output<typeof ItemsFound>;
