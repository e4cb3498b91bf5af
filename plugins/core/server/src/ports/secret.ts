import { env } from '@lyceum/config/env';
import { shared } from '../state.ts';

const derived = shared('secrets', () => new Map<string, Buffer>());

/** 32 bytes that belong to this purpose alone; the same on every start of this installation. */
export function secret(purpose: string): Buffer {
  const known = derived.get(purpose) ?? env().secrets.derive(purpose);
  derived.set(purpose, known);
  return known;
}
