import type { Locale } from '@lyceum/core/contract';

/** What a package says about an item outside of the item itself. */
export type ItemMeta = {
  readonly title?: string;
  readonly language?: Locale;
  readonly tags?: readonly string[];
  /** 1–10. */
  readonly difficulty?: number;
  /** Names from the root. */
  readonly topic?: readonly string[];
  readonly estimatedSec?: number;
  readonly licence?: string;
  readonly source?: string;
};

/** One item on its way in. */
export type QtiSource<Tree> = {
  readonly number: number;
  readonly tree: Tree;
  /** As it stands in the file. */
  readonly source: string;
  readonly meta: ItemMeta;
  /** The file of the package that an address in the item means; null when there is none. */
  readonly mediaName: (address: string, kind: 'image' | 'audio') => string | null;
};
