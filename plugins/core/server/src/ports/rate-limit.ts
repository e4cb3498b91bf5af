import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { shared } from '../state.ts';
import { cacheRedis } from './redis.ts';

export type RateLimitRequest = {
  readonly key: string;
  /** So many in `perSec` seconds. */
  readonly points: number;
  readonly perSec: number;
  /** Once over the limit, refuse for so long. Default: until the window ends. */
  readonly blockSec?: number;
  /** What this one costs; 0 only asks. Default 1. */
  readonly cost?: number;
};

export type RateLimitAnswer = { readonly allowed: boolean; readonly retryAfterSec: number; readonly left: number };

type Limiter = RateLimiterRedis | RateLimiterMemory;

const limiters = () => shared('rate-limiters', () => new Map<string, Limiter>());

/** One limiter a kind of limit: Redis counts over all processes, memory stands in while Redis is away. */
function limiterFor({ points, perSec, blockSec }: RateLimitRequest): Limiter {
  const kind = `${points}/${perSec}/${blockSec ?? 0}`;
  const known = limiters().get(kind);
  if (known) return known;
  const options = { keyPrefix: `limit:${kind}`, points, duration: perSec, blockDuration: blockSec ?? 0 };
  const memory = new RateLimiterMemory(options);
  const redis = cacheRedis();
  const limiter = redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory;
  limiters().set(kind, limiter);
  return limiter;
}

const toAnswer = (allowed: boolean, result: RateLimiterRes): RateLimitAnswer => ({
  allowed,
  retryAfterSec: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  left: Math.max(0, result.remainingPoints),
});

/** Counts one call against a limit. Never fails: without Redis each process counts for itself. */
export async function rateLimit(request: RateLimitRequest): Promise<RateLimitAnswer> {
  const limiter = limiterFor(request);
  if (request.cost === 0) {
    const result = await limiter.get(request.key);
    return result
      ? toAnswer(result.consumedPoints < request.points, result)
      : { allowed: true, retryAfterSec: 1, left: request.points };
  }
  try {
    return toAnswer(true, await limiter.consume(request.key, request.cost ?? 1));
  } catch (result) {
    if (result instanceof RateLimiterRes) return toAnswer(false, result);
    throw result;
  }
}

/** Forgets what was counted, for example after a right password. */
rateLimit.reset = async (request: RateLimitRequest): Promise<void> => {
  await limiterFor(request).delete(request.key);
};
