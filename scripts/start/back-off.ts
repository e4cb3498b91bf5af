const MINUTE_MS = 60_000;
const DELAYS_MS = [100, 500, 1_000, 2_000, 4_000] as const;

export type Verdict = { readonly do: 'restart'; readonly afterMs: number } | { readonly do: 'give-up' };

/**
 * What to do after a process died. The first restart comes at once, because exam saves wait for it; each
 * further death within a minute waits longer; as many as are allowed within a minute end the start.
 * @param deaths instants of its deaths in milliseconds, this one included, in order
 */
export function afterDeath(deaths: readonly number[], maxPerMinute: number): Verdict {
  const now = deaths.at(-1) ?? 0;
  const recent = deaths.filter((at) => at > now - MINUTE_MS).length;
  if (recent >= maxPerMinute) return { do: 'give-up' };
  return { do: 'restart', afterMs: DELAYS_MS[Math.min(Math.max(recent, 1), DELAYS_MS.length) - 1] ?? 4_000 };
}
