import { z } from 'zod';
import { address, port } from './fields.ts';
import { defineSection } from './section.ts';

export const redisSection = defineSection({
  name: 'redis',
  title: 'Redis or Valkey',
  schema: z.object({
    REDIS_URL: address(['redis', 'rediss'], 'redis://cache.example.org:6379')
      .optional()
      .describe('A Redis or Valkey of your own, 6.2 or newer with noeviction; without it a private one is started.'),
    EMBEDDED_REDIS_PORT: port(63799).describe('Port of the private Redis; the next free one is taken when it is in use.'),
  }),
  shape: (values) => ({ givenUrl: values.REDIS_URL ?? null, embeddedPort: values.EMBEDDED_REDIS_PORT }),
});
