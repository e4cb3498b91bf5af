import { attribute, childElements, type MarkupElement, type MarkupNode } from '../html/tree.ts';
import type { Loss } from '../item.ts';
import { itemDraft } from '../item-draft.ts';
import { type Declared, declarationsOf, statedPoints } from './declarations.ts';
import type { QtiSource } from './meta.ts';
import { qtiMarkdown } from './own-markdown.ts';
import { type Scoring, scoringOf } from './scoring.ts';

/** The tool name that our own writer leaves. */
export const OWN_TOOL = 'Lyceum';

/** Travels through the reading of one item of QTI 2 or 3. */
export type QtiReading = {
  readonly source: QtiSource<MarkupElement>;
  readonly item: MarkupElement;
  readonly body: MarkupElement;
  readonly declared: ReadonlyMap<string, Declared>;
  readonly scoring: Scoring;
  /** Points the item states; null where it states none. */
  readonly stated: number | null;
  readonly isOurs: boolean;
  readonly draft: ReturnType<typeof itemDraft>;
  /** Markup as Markdown; losses are noted under the field. */
  readonly markdown: (nodes: readonly MarkupNode[], field: string, inline?: boolean) => string;
};

const NO_BODY: MarkupElement = { name: 'itembody', attributes: {}, children: [] };

/** Opens an item for reading. */
export function openItem(source: QtiSource<MarkupElement>): QtiReading {
  const item = source.tree;
  const declared = declarationsOf(item);
  const draft = itemDraft();
  return {
    source,
    item,
    body: childElements(item, 'itembody')[0] ?? NO_BODY,
    declared,
    scoring: scoringOf(item, declared),
    stated: statedPoints(item),
    isOurs: attribute(item, 'toolname') === OWN_TOOL,
    draft,
    markdown(nodes, field, inline = false) {
      const { markdown, losses } = qtiMarkdown(nodes, { field, inline, mediaName: source.mediaName });
      draft.lose(...(losses as readonly Loss[]));
      return markdown;
    },
  };
}
