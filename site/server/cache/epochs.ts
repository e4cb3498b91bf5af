/** The tag that stands for every page. */
export const ALL_PAGES = '*';

/**
 * Counts purges. A page whose tags were purged while it was being rendered may show what stood before the purge, so it is
 * answered to those who waited for it and not kept.
 */
export class Epochs {
  readonly #purgedAt = new Map<string, number>();
  #now = 0;

  /** A mark to compare with later. */
  get now(): number {
    return this.#now;
  }

  purge(tags: readonly string[]): void {
    this.#now += 1;
    for (const tag of tags) {
      this.#purgedAt.delete(tag);
      this.#purgedAt.set(tag, this.#now);
    }
    // Renders take seconds at most: marks behind a thousand later purges are asked for by nobody.
    for (const oldest of this.#purgedAt.keys()) {
      if (this.#purgedAt.size <= 10_000) break;
      this.#purgedAt.delete(oldest);
    }
  }

  wasPurgedSince(mark: number, tags: readonly string[]): boolean {
    return [...tags, ALL_PAGES].some((tag) => (this.#purgedAt.get(tag) ?? 0) > mark);
  }
}
