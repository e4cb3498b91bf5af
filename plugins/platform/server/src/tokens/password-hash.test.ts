import { expect, it } from 'vitest';
import { hashPassword, isPassword } from './password-hash.ts';

const COST = 4;

it('stores a bcrypt hash that Strapi’s own tools understand [X-02]', async () => {
  expect(await hashPassword('dört mavi kedi', COST)).toMatch(/^\$2[aby]\$04\$.{53}$/);
});

it('knows the password again in each form of its letters', async () => {
  const stored = await hashPassword('dört mavi kedi'.normalize('NFD'), COST);
  expect(await isPassword('dört mavi kedi'.normalize('NFC'), stored, COST)).toBe(true);
  expect(await isPassword('dort mavi kedi', stored, COST)).toBe(false);
});

it('never takes a longer password for one of 72 bytes', async () => {
  const stored = await hashPassword('x'.repeat(72), COST);
  expect(await isPassword('x'.repeat(72), stored, COST)).toBe(true);
  expect(await isPassword('x'.repeat(73), stored, COST)).toBe(false);
  await expect(hashPassword('x'.repeat(73), COST)).rejects.toThrow();
});

it('does the same work where there is no account [X-01]', async () => {
  const cost = 10;
  const stored = await hashPassword('dört mavi kedi', cost);
  await isPassword('warm up', null, cost);
  const time = async (hash: string | null) => {
    const started = performance.now();
    for (let turn = 0; turn < 3; turn += 1) await isPassword('not this one', hash, cost);
    return performance.now() - started;
  };
  const [there, nowhere] = [await time(stored), await time(null)];
  expect(nowhere).toBeGreaterThan(there / 3);
  expect(nowhere).toBeLessThan(there * 3);
});
