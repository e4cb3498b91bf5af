import { z } from 'zod';

/** Strapi document id: the public id of content. */
export const DocumentId = z
  .string()
  .regex(/^[a-z0-9]{20,32}$/, 'is not a document id')
  .brand<'DocumentId'>();
export type DocumentId = z.output<typeof DocumentId>;

/** Public id of an activity row. */
export const RecordId = z.uuid().brand<'RecordId'>();
export type RecordId = z.output<typeof RecordId>;

/** UTC instant in ISO 8601. */
export const Instant = z.iso.datetime({ offset: true });

/** Languages of the product, in the order they are offered. */
export const LOCALES = ['en', 'tr', 'ar'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.output<typeof Locale>;

/** IANA time zone that this machine knows. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'is not a known time zone');
