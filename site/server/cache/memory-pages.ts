import { type CachedPage, sizeOf } from './cached-page.ts';

/** Addresses remembered as pages for one reader. */
const MAX_PRIVATE = 20_000;
const PRIVATE_FOR_MS = 60_000;

/** Pages in this process, the least recently asked leaving first, and the addresses that turned out to be no public pages. */
export class MemoryPages {
  readonly #maxBytes: number;
  readonly #pages = new Map<string, CachedPage>();
  readonly #byTag = new Map<string, Set<string>>();
  readonly #privateUntil = new Map<string, number>();
  #bytes = 0;

  /** @param maxBytes of all bodies together */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): CachedPage | undefined {
    const page = this.#pages.get(key);
    if (page === undefined) return undefined;
    // A map keeps the order of insertion: whoever was asked for last stands last.
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  set(key: string, page: CachedPage): void {
    this.delete(key);
    this.#privateUntil.delete(key);
    this.#pages.set(key, page);
    this.#bytes += sizeOf(page);
    for (const tag of page.tags) {
      const keys = this.#byTag.get(tag) ?? new Set();
      this.#byTag.set(tag, keys.add(key));
    }
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const page = this.#pages.get(key);
    if (page === undefined) return;
    this.#pages.delete(key);
    this.#bytes -= sizeOf(page);
    for (const tag of page.tags) {
      const keys = this.#byTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#byTag.delete(tag);
    }
  }

  purge(tags: readonly string[]): void {
    for (const tag of tags) for (const key of [...(this.#byTag.get(tag) ?? [])]) this.delete(key);
  }

  clear(): void {
    this.#pages.clear();
    this.#byTag.clear();
    this.#privateUntil.clear();
    this.#bytes = 0;
  }

  isPrivate(key: string, now: number): boolean {
    return (this.#privateUntil.get(key) ?? 0) > now;
  }

  markPrivate(key: string, now: number): void {
    this.delete(key);
    this.#privateUntil.delete(key);
    this.#privateUntil.set(key, now + PRIVATE_FOR_MS);
    for (const oldest of this.#privateUntil.keys()) {
      if (this.#privateUntil.size <= MAX_PRIVATE) break;
      this.#privateUntil.delete(oldest);
    }
  }
}
