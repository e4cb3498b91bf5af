import { POINTS } from '../../contract/index.ts';
import { error } from '../types/messages.ts';
import type { Rule } from './rule.ts';

/** From 0 to 100 points; halves and quarters are fine. */
export const pointsRange = {
  code: 'pointsRange',
  check: ({ points }) =>
    points >= POINTS.min && points <= POINTS.max ? [] : [error('pointsRange', 'points', { min: POINTS.min, max: POINTS.max })],
} as const satisfies Rule;
