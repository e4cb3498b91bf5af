/** What an exam says about starting. */
export type StartTerms = {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly attemptsAllowed: number | null;
  readonly coolDownSec: number;
};

/** What is known about the learner. */
export type StartFacts = {
  readonly attemptsUsed: number;
  /** Attempts staff added for this learner. */
  readonly attemptsAdded: number;
  readonly lastEndedAt: Date | null;
  /** When staff last added attempts; a cool-down that began earlier is over. */
  readonly lastAddedAt: Date | null;
  readonly hasAccess: boolean;
};

export type MayStart =
  | { readonly may: true; readonly attemptsLeft: number | null }
  | { readonly may: false; readonly because: 'noAccess'; readonly attemptsLeft: number | null }
  | { readonly may: false; readonly because: 'notOpenYet'; readonly opensAt: Date; readonly attemptsLeft: number | null }
  | { readonly may: false; readonly because: 'closed'; readonly closesAt: Date; readonly attemptsLeft: number | null }
  | { readonly may: false; readonly because: 'noAttemptsLeft'; readonly attemptsAllowed: number; readonly attemptsLeft: 0 }
  | { readonly may: false; readonly because: 'coolingDown'; readonly until: Date; readonly attemptsLeft: number | null };

/** Attempts a learner may still start; null means as many as they like. Voided attempts count as used. */
export function attemptsLeft(attemptsAllowed: number | null, used: number, added: number): number | null {
  return attemptsAllowed === null ? null : Math.max(0, attemptsAllowed + added - used);
}

/**
 * Whether a new attempt may start at `now` [E-10]. The window is open from `opensAt` on and before `closesAt`;
 * a cool-down counts from the end of the last attempt.
 */
export function mayStart(terms: StartTerms, facts: StartFacts, now: Date): MayStart {
  const left = attemptsLeft(terms.attemptsAllowed, facts.attemptsUsed, facts.attemptsAdded);
  if (!facts.hasAccess) return { may: false, because: 'noAccess', attemptsLeft: left };
  if (terms.opensAt && now < terms.opensAt)
    return { may: false, because: 'notOpenYet', opensAt: terms.opensAt, attemptsLeft: left };
  if (terms.closesAt && now >= terms.closesAt)
    return { may: false, because: 'closed', closesAt: terms.closesAt, attemptsLeft: left };
  if (left === 0) {
    return {
      may: false,
      because: 'noAttemptsLeft',
      attemptsAllowed: (terms.attemptsAllowed ?? 0) + facts.attemptsAdded,
      attemptsLeft: 0,
    };
  }
  const until = coolDownEnd(terms, facts);
  if (until && now < until) return { may: false, because: 'coolingDown', until, attemptsLeft: left };
  return { may: true, attemptsLeft: left };
}

function coolDownEnd(terms: StartTerms, facts: StartFacts): Date | null {
  if (!facts.lastEndedAt || terms.coolDownSec === 0) return null;
  if (facts.lastAddedAt && facts.lastAddedAt > facts.lastEndedAt) return null;
  return new Date(facts.lastEndedAt.getTime() + terms.coolDownSec * 1000);
}
