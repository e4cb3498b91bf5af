import { PAGE_PURGE_CHANNEL } from '../../../contract/pages.ts';
import { cacheRedis } from './redis.ts';

/**
 * Drops the pages of the site that carry one of the tags, in every process of it. For subscribers: when Redis does not
 * answer this throws, and the event is delivered again until it does.
 */
export async function purgePages(tags: readonly string[]): Promise<void> {
  // Without Redis the site keeps a page for half a minute only.
  await cacheRedis()?.publish(PAGE_PURGE_CHANNEL, JSON.stringify({ tags }));
}
