import { z } from 'zod';
import { address } from './fields.ts';
import { defineSection } from './section.ts';

/** Where media lie when they do not lie in the data folder. */
export type S3Settings = {
  readonly bucket: string;
  readonly region: string;
  /** Null for Amazon's own. */
  readonly endpoint: string | null;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Where browsers fetch public images. */
  readonly publicUrl: string;
};

/** Names that belong together: all of them or none. */
const NEEDED = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

export const storageSection = defineSection({
  name: 'storage',
  title: 'Object storage',
  schema: z
    .object({
      S3_BUCKET: z
        .string()
        .min(3)
        .max(63)
        .optional()
        .describe('Bucket for images and audio; without it they lie in the data folder.'),
      S3_REGION: z.string().min(1).default('us-east-1').describe('Region of the bucket.'),
      S3_ENDPOINT: address(['http', 'https'], 'https://s3.example.org')
        .optional()
        .describe('Address of an S3-compatible store; leave it out for Amazon’s own.'),
      S3_ACCESS_KEY_ID: z.string().min(1).optional().describe('Key that may read, write and delete in the bucket.'),
      S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('Its secret.'),
      S3_PUBLIC_URL: address(['http', 'https'], 'https://media.example.org')
        .optional()
        .describe('Where browsers fetch public images; made from endpoint and bucket when left out.'),
    })
    .superRefine((values, context) => {
      const given = NEEDED.filter((name) => values[name] !== undefined);
      if (given.length === 0 || given.length === NEEDED.length) return;
      for (const name of NEEDED)
        if (values[name] === undefined)
          context.addIssue({ code: 'custom', path: [name], message: `is needed together with ${given.join(' and ')}` });
    }),
  shape: (values): { s3: S3Settings | null } => {
    const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
    if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) return { s3: null };
    const endpoint = values.S3_ENDPOINT ?? null;
    const own =
      endpoint === null ? `https://${bucket}.s3.${values.S3_REGION}.amazonaws.com` : `${endpoint.replace(/\/+$/, '')}/${bucket}`;
    const publicUrl = (values.S3_PUBLIC_URL ?? own).replace(/\/+$/, '');
    return { s3: { bucket, region: values.S3_REGION, endpoint, accessKeyId, secretAccessKey, publicUrl } };
  },
});
