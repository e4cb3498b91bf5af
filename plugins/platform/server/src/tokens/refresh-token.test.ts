import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { isGenuine, readRefreshToken, refreshToken } from './refresh-token.ts';

const key = randomBytes(32);
const salt = randomBytes(32);
const id = '01975b1c-0000-7000-8000-000000000001';
const read = (text: string) => {
  const token = readRefreshToken(text);
  if (!token) throw new Error('not a token');
  return token;
};

it('gives the same successor each time it is asked [X-02]', () => {
  expect(refreshToken(key, salt, id, 2)).toBe(refreshToken(key, salt, id, 2));
});

it('is known as genuine by its key and salt only', () => {
  const token = read(refreshToken(key, salt, id, 2));
  expect(isGenuine(key, salt, token)).toBe(true);
  expect(isGenuine(randomBytes(32), salt, token)).toBe(false);
  expect(isGenuine(key, randomBytes(32), token)).toBe(false);
});

it('cannot be turned into another generation or session', () => {
  const token = read(refreshToken(key, salt, id, 2));
  expect(isGenuine(key, salt, { ...token, generation: 3 })).toBe(false);
  expect(isGenuine(key, salt, { ...token, sessionId: id.replace('1', '2') })).toBe(false);
});

it.each(['', 'a.b.c', `${id}.0.${'a'.repeat(43)}`, `${id}.1.${'a'.repeat(42)}`, `${id}.1.${'a'.repeat(44)}`])(
  'reads nothing out of %j',
  (text) => {
    expect(readRefreshToken(text)).toBeNull();
  },
);
