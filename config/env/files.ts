import { z } from 'zod';
import { wholeNumber } from './fields.ts';
import { defineSection } from './section.ts';

const MIB = 1024 * 1024;

export const filesSection = defineSection({
  name: 'files',
  title: 'Files',
  schema: z.object({
    UPLOAD_MAX_BYTES: wholeNumber({ min: MIB, max: 10_240 * MIB, fallback: 200 * MIB }).describe(
      'Largest file that may be uploaded, in bytes.',
    ),
  }),
  shape: (values) => ({ uploadMaxBytes: values.UPLOAD_MAX_BYTES }),
});
