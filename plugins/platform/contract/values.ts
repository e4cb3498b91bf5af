import { z } from 'zod';

/** E-mail address; kept in lower case, so that one address is one account. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Controls, bidirectional overrides and invisible spaces, which make one name look like another. */
const DECEIVING = /[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;

/** Name shown to others, in any script. */
export const DisplayName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((name) => !DECEIVING.test(name), 'holds characters that cannot be shown');

/** A password as typed; its strength is a rule of the service, not of the form. */
export const Password = z.string().min(1).max(1000);

/** Secret of a one-time link: 256 bits in base64url. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is not a link of ours');

/** Path to go to after the sign-in. Anything but a path of this site becomes `/`. */
export const NextPath = z.string().max(2000);
