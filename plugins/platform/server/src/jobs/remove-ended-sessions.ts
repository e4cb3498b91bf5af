import { log } from '@lyceum/core/server';
import * as links from '../records/links.ts';
import * as sessions from '../records/sessions.ts';

/** Sessions and links that ended long ago go. */
export async function removeEnded(): Promise<void> {
  const removed = { sessions: await sessions.removeOld(), links: await links.removeOld() };
  log().info(removed, 'ended sessions and links removed');
}
