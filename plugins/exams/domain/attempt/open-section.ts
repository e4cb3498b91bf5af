/** A section with the item numbers it spans and its own time. */
export type SectionSpan = {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly timeLimitSec: number | null;
};

/** What may be answered now: items `first`–`last`, until `endsAt` when the section has own time. */
export type OpenSection = { readonly index: number; readonly first: number; readonly last: number; readonly endsAt: Date | null };

/** True when sections are taken one after the other: at least one has own time. */
export function isSequential(sections: readonly SectionSpan[]): boolean {
  return sections.some((section) => section.timeLimitSec !== null);
}

function open(sections: readonly SectionSpan[], index: number, from: Date): OpenSection | null {
  const section = sections[index];
  if (!section) return null;
  const endsAt = section.timeLimitSec === null ? null : new Date(from.getTime() + section.timeLimitSec * 1000);
  return { index, first: section.first, last: section.last, endsAt };
}

/** What is open at the start: the first section when they are taken in order, else the whole paper. */
export function openAtStart(sections: readonly SectionSpan[], startedAt: Date): OpenSection {
  const whole = { index: 0, first: 1, last: sections.at(-1)?.last ?? 0, endsAt: null };
  return isSequential(sections) ? (open(sections, 0, startedAt) ?? whole) : whole;
}

/**
 * The section that is open at `now`, after time ran out in earlier ones: the next section begins at the instant the
 * one before ended, so time that passes while the device sleeps is not given back [T1].
 */
export function openNow(sections: readonly SectionSpan[], current: OpenSection, now: Date): OpenSection {
  let section = current;
  while (isSequential(sections) && section.endsAt && section.endsAt <= now) {
    const next = open(sections, section.index + 1, section.endsAt);
    if (!next) return section;
    section = next;
  }
  return section;
}

/** The section after the one open now, begun by the learner; null when there is none. */
export function openNext(sections: readonly SectionSpan[], current: OpenSection, now: Date): OpenSection | null {
  return isSequential(sections) ? open(sections, current.index + 1, now) : null;
}
