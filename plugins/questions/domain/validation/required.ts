import { error } from '../types/messages.ts';
import type { Rule } from './rule.ts';

/** Stem and topic are there. Everything else has a default or a rule of its own. */
export const required = {
  code: 'required',
  check: ({ stem, topic }) => [
    ...(stem.trim() === '' ? [error('required', 'stem')] : []),
    ...(topic === null ? [error('required', 'topic')] : []),
  ],
} as const satisfies Rule;
