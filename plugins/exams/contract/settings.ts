import { defineSettings } from '@lyceum/core/contract';
import { z } from 'zod';

/** What staff may change. An attempt keeps the values it began with. */
export const examSettings = defineSettings(
  'exams',
  'Exams',
  z.object({
    passPercentDefault: z.number().min(0).max(100).default(70).describe('Pass mark in percent that a new exam begins with.'),
    autosaveSec: z
      .number()
      .int()
      .min(1)
      .max(60)
      .default(5)
      .describe('Changed answers are saved at most this many seconds after the change.'),
    heartbeatSec: z
      .number()
      .int()
      .min(5)
      .max(120)
      .default(15)
      .describe('An open exam page reports every this many seconds, also without a change.'),
    graceSec: z
      .number()
      .int()
      .min(0)
      .max(120)
      .default(10)
      .describe('Answers that arrive this many seconds after the deadline still count.'),
  }),
);
