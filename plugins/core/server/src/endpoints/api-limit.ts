import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { shared } from '../state.ts';

/**
 * Calls of one signed-in person a minute, over all endpoints that state no limit of their own. A page rendered on the
 * server spends up to five for its reader, so this is far above what reading and pressing needs.
 */
export const API_CALLS_PER_MIN = 600;

const limiter = () => shared('api-limit', () => new RateLimiterMemory({ points: API_CALLS_PER_MIN, duration: 60 }));

/**
 * Counts one call of this person. Counted in this process alone: no exam path may wait for Redis.
 * @returns seconds to wait, or null when the call is within the limit
 */
export async function overApiLimit(person: string): Promise<number | null> {
  try {
    await limiter().consume(person);
    return null;
  } catch (result) {
    if (result instanceof RateLimiterRes) return Math.max(1, Math.ceil(result.msBeforeNext / 1000));
    throw result;
  }
}
