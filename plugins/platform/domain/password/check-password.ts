/** What a password may not repeat, and what it is measured by. */
export type PasswordFacts = {
  readonly minLength: number;
  readonly email: string;
  readonly displayName: string;
  /** True for a password of the list of common ones, already brought into its simple form. */
  readonly isCommon: (simple: string) => boolean;
};

export type PasswordVerdict = 'good' | 'tooShort' | 'tooLong' | 'tooCommon' | 'likeAccount';

/** bcrypt reads 72 bytes and drops the rest without a word, so a longer password is refused instead of cut. */
export const MAX_PASSWORD_BYTES = 72;

/** One password has one form on every keyboard and system. */
export const canonicalPassword = (typed: string): string => typed.normalize('NFC');

/** The form in which passwords are compared with common ones: lower case, digits and signs at the ends gone. */
export function simplePassword(password: string): string {
  return password.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

const isRepetition = (password: string) => /^(.{1,4}?)\1+$/su.test(password);

const SEQUENCES = [
  '0123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];

function isSequence(password: string): boolean {
  const text = password.toLowerCase();
  const backwards = [...text].reverse().join('');
  return SEQUENCES.some((line) => line.includes(text) || line.includes(backwards));
}

/**
 * Whether a password may be set. Length counts characters as people see them on a keyboard (code points).
 * No rule asks for signs or digits: length and not being common is what helps (NIST SP 800-63B §3.1.1).
 */
export function checkPassword(typed: string, facts: PasswordFacts): PasswordVerdict {
  const password = canonicalPassword(typed);
  if ([...password].length < facts.minLength) return 'tooShort';
  if (new TextEncoder().encode(password).length > MAX_PASSWORD_BYTES) return 'tooLong';
  const lower = password.toLowerCase();
  if (isRepetition(lower) || isSequence(lower) || facts.isCommon(lower) || facts.isCommon(simplePassword(password)))
    return 'tooCommon';
  const own = [facts.email, facts.email.split('@')[0] ?? '', facts.displayName]
    .map((text) => text.toLowerCase())
    .filter((text) => text.length >= 4);
  return own.some((text) => lower === text || simplePassword(password) === text) ? 'likeAccount' : 'good';
}
