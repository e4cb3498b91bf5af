import { describe, expect, it } from 'vitest';
import { checkPassword, MAX_PASSWORD_BYTES } from './check-password.ts';

const common = new Set(['password', 'iloveyou', 'galatasaray', '1q2w3e4r5t']);
const facts = {
  minLength: 10,
  email: 'leyla.demir@example.org',
  displayName: 'Leyla Demir',
  isCommon: (text: string) => common.has(text),
};
const check = (password: string) => checkPassword(password, facts);

describe('a new password', () => {
  it('has at least the asked number of characters', () => {
    expect(check('tr7-kesme')).toBe('tooShort');
    expect(check('tr7-kesmek')).toBe('good');
  });

  it('counts a character of two code units once', () => {
    expect(check('😀😃😄😁😆')).toBe('tooShort');
  });

  it('is refused above 72 bytes instead of being cut by bcrypt', () => {
    const quiet = (bytes: number) => 'correct horse battery staple '.repeat(4).slice(0, bytes);
    expect(check(quiet(MAX_PASSWORD_BYTES))).toBe('good');
    expect(check(quiet(MAX_PASSWORD_BYTES + 1))).toBe('tooLong');
    expect(check('كلمة السر طويلة جدا جدا جدا ولا تدخل في حدود')).toBe('tooLong');
  });

  it.each([
    'password123',
    'Password2026!',
    '!!iloveyou!!',
    'Galatasaray1905',
    '1q2w3e4r5t',
    '1111111111',
    'abcabcabcabc',
    '1234567890',
    'qwertyuiop',
    '9876543210',
  ])('is refused when common: %s', (password) => {
    expect(check(password)).toBe('tooCommon');
  });

  it('is refused when it repeats the account', () => {
    expect(check('leyla.demir@example.org')).toBe('likeAccount');
    expect(check('Leyla Demir99')).toBe('likeAccount');
    expect(check('leyla.demir1!')).toBe('likeAccount');
  });

  it('may hold spaces and any script', () => {
    expect(check('أربع قطط زرقاء')).toBe('good');
    expect(check('dört mavi kedi')).toBe('good');
  });

  it('answers fast for a long near-match of the repetition rule [I11]', () => {
    const started = performance.now();
    check(`${'ab'.repeat(34)}abc`);
    expect(performance.now() - started).toBeLessThan(50);
  });
});
