import type { Loss } from '../item.ts';
import type { MarkupElement } from './tree.ts';

export type HtmlOptions = {
  /** Dotted name of the field, for the losses. */
  readonly field?: string;
  /**
   * The name of the file that an address in the text means, or null when it means none. By default every relative address
   * means the file at its path.
   */
  readonly mediaName?: (address: string, kind: 'image' | 'audio') => string | null;
  /** For an answer option or another text of a line or two: no lists, tables and headings; paragraphs become line breaks. */
  readonly inline?: boolean;
  /** Markdown that stands for an element, such as a gap; null where the element is converted like any other. */
  readonly replace?: (element: MarkupElement) => string | null;
};

/** Travels through one conversion. */
export type HtmlContext = {
  readonly options: HtmlOptions;
  readonly media: string[];
  /** Adds a loss once: a hundred underlined words are one entry of the report. */
  readonly lose: (level: Loss['level'], code: string, params?: Loss['params']) => void;
  readonly losses: readonly Loss[];
  /** Second try, after the first one was not shown as the text it came from: no emphasis, no links, every sign escaped. */
  readonly plain: boolean;
};

/** A new context. */
export function htmlContext(options: HtmlOptions, plain: boolean): HtmlContext {
  const losses = new Map<string, Loss>();
  return {
    options,
    plain,
    media: [],
    get losses() {
      return [...losses.values()];
    },
    lose(level, code, params = {}) {
      const id = `${code} ${JSON.stringify(params)}`;
      if (losses.size < 50 && !losses.has(id)) losses.set(id, { level, code, field: options.field ?? '', params });
    },
  };
}
