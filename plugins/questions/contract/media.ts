import { defineEndpoint, Instant, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { READ, WRITE } from './questions.ts';

/** Largest file that is looked at; the settings may allow less. */
export const MEDIA_MAX_BYTES = 100 * 1024 * 1024;

/** How an image or audio file is written in Markdown. */
export const StoredMedia = z.object({
  /** `/uploads/…`, or an address of the object store, for images; `/media/<id>` for audio. */
  address: z.string(),
  kind: z.enum(['image', 'audio']),
  /** False when the same file was there already: it is stored once. */
  isNew: z.boolean(),
});
export type StoredMedia = z.output<typeof StoredMedia>;

export const uploadMedia = defineEndpoint({
  method: 'POST',
  path: '/questions/media',
  summary: 'Stores an image (PNG, JPEG, WebP, SVG) or audio file (MP3, OGG, WAV, M4A), the same file once',
  access: staff(WRITE),
  upload: { field: 'file', maxBytes: MEDIA_MAX_BYTES },
  reply: StoredMedia,
  problems: [questionsProblems.mediaRefused],
});

export const listenToMedia = defineEndpoint({
  method: 'POST',
  path: '/questions/media/:id/listen',
  summary: 'An address under which staff can hear an audio file for an hour',
  access: staff(READ),
  params: z.strictObject({ id: z.uuid() }),
  reply: z.object({ url: z.string() }),
  problems: [questionsProblems.mediaNotFound],
});

/** Days after which a file that no question shows counts as unused. */
export const UNUSED_DAYS = 30;

/** A file that stands in no question and in no version of one. */
export const UnusedMedia = z.object({
  sha256: z.string(),
  address: z.string(),
  kind: z.enum(['image', 'audio']),
  name: z.string(),
  sizeBytes: z.number().int(),
  storedAt: Instant,
  unusedSince: Instant,
});
export type UnusedMedia = z.output<typeof UnusedMedia>;

export const listUnusedMedia = defineEndpoint({
  method: 'GET',
  path: '/questions/media/unused',
  summary: 'Files that have been in no question for 30 days, longest unused first',
  access: staff(WRITE),
  reply: listReply(UnusedMedia),
});

export const removeUnusedMedia = defineEndpoint({
  method: 'POST',
  path: '/questions/media/unused/remove',
  summary: 'Deletes unused files; one that is used again meanwhile stays',
  access: staff(WRITE),
  body: z.strictObject({
    files: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .min(1)
      .max(1_000),
  }),
  reply: z.object({ removed: z.number().int(), kept: z.number().int() }),
  idempotent: true,
});
