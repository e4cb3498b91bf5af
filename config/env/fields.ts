import { z } from 'zod';

/** A TCP port, 1–65535. */
export function port(fallback: number) {
  const message = 'must be a port, a whole number from 1 to 65535';
  return z.coerce
    .number({ error: message })
    .int({ error: message })
    .min(1, { error: message })
    .max(65535, { error: message })
    .default(fallback);
}

/** A whole number within limits that the message names. */
export function wholeNumber(limits: { min: number; max: number; fallback: number }) {
  const message = `must be a whole number from ${limits.min} to ${limits.max}`;
  return z.coerce
    .number({ error: message })
    .int({ error: message })
    .min(limits.min, { error: message })
    .max(limits.max, { error: message })
    .default(limits.fallback);
}

/** An address whose protocol is one of the given, e.g. `address(['https'], 'https://learn.example.org')`. */
export function address(protocols: readonly string[], example: string) {
  return z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol.slice(0, -1));
      } catch {
        return false;
      }
    },
    { error: `must be an address such as ${example}` },
  );
}

/** Words separated by commas; blanks around them are dropped. */
export function commaList(check?: { each: (word: string) => boolean; message: string }) {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    )
    .refine((words) => check === undefined || words.every(check.each), { error: check?.message ?? '' });
}

/** Text that an attacker must not guess; short ones are refused. */
export function secretText(minLength: number) {
  return z.string().min(minLength, { error: `must be at least ${minLength} characters of random text` });
}
