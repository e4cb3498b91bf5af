import { defineEndpoint, everyone } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';

/** The address itself is the right: whoever was given it may fetch this file, whole or in parts, until `expires`. */
export const getSignedMedia = defineEndpoint({
  method: 'GET',
  path: '/v1/questions/media/:id',
  summary: 'A private media file, under an address that was signed for a short time; answers parts as players ask for them',
  access: everyone,
  anonymous: true,
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({
    /** Seconds since 1970. */
    expires: z.coerce.number().int().min(0).max(9_999_999_999),
    signature: z.string().regex(/^[\w-]{43}$/, 'is not a signature'),
  }),
  reply: z.unknown(),
  problems: [questionsProblems.mediaNotFound],
});
