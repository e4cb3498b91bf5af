import * as records from '../records/sessions.ts';

type Facts = records.SessionFacts;
type Entry = { readonly until: number; readonly facts: Promise<Facts | null> };

/**
 * What is known of a session is asked of the database again after this time. A sign-out, a block, a new password or role
 * in another process therefore holds within 15 s; in this process at once [A6].
 */
export const FRESH_MS = 15_000;
const MOST_ENTRIES = 50_000;

const entries = new Map<string, Entry>();

function remember(sessionId: string, entry: Entry): void {
  entries.delete(sessionId);
  entries.set(sessionId, entry);
  const oldest = entries.size > MOST_ENTRIES ? entries.keys().next().value : undefined;
  if (oldest !== undefined) entries.delete(oldest);
}

/** Who a session belongs to while it is good, else null. Requests that come together share one look-up. */
export async function sessionFacts(sessionId: string, now: number = Date.now()): Promise<Facts | null> {
  const known = entries.get(sessionId);
  if (known && known.until > now) return known.facts;
  const facts = records.facts(sessionId);
  const entry = { until: now + FRESH_MS, facts };
  remember(sessionId, entry);
  try {
    return await facts;
  } catch (error) {
    // A database that was away must be asked again, not remembered.
    if (entries.get(sessionId) === entry) entries.delete(sessionId);
    throw error;
  }
}

/** After a change in this process: the next request asks again. */
export function forgetSessions(sessionIds: readonly string[]): void {
  for (const id of sessionIds) entries.delete(id);
}

/** For tests, and for changes that touch many. */
export function forgetAllSessions(): void {
  entries.clear();
}
