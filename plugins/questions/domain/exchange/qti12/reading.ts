import { attribute, childElements, findElements, type MarkupElement, type MarkupNode, textOf } from '../html/tree.ts';
import { itemDraft } from '../item-draft.ts';
import type { QtiSource } from '../qti/meta.ts';
import { qtiMarkdown } from '../qti/own-markdown.ts';
import { type Condition, conditionsOf, fullScore } from './conditions.ts';
import { responsesIn, saidIn } from './material.ts';

/** Travels through the reading of one item of QTI 1.2. */
export type Reading12 = {
  readonly source: QtiSource<MarkupElement>;
  readonly item: MarkupElement;
  readonly presentation: MarkupElement;
  readonly responses: readonly MarkupElement[];
  readonly conditions: readonly Condition[];
  /** Points of the scoring that are all points. */
  readonly full: number;
  /** The kind as the tool that wrote the file calls it; null where it says nothing. */
  readonly kind: string | null;
  readonly field: (label: string) => string | null;
  readonly draft: ReturnType<typeof itemDraft>;
  readonly markdown: (nodes: readonly MarkupNode[], field: string, inline?: boolean) => string;
  readonly feedback: { readonly take: (identifier: string) => string | null; readonly rest: () => readonly [string, string][] };
};

const NOTHING: MarkupElement = { name: 'presentation', attributes: {}, children: [] };

function fieldsOf(item: MarkupElement): Map<string, string> {
  const labelled = findElements(item, ['qtimetadatafield']).flatMap((one) => {
    const [label, entry] = [childElements(one, 'fieldlabel')[0], childElements(one, 'fieldentry')[0]];
    return label && entry ? [[textOf(label).trim().toLowerCase(), textOf(entry).trim()] as const] : [];
  });
  const bare = findElements(item, ['itemmetadata']).flatMap((metadata) =>
    childElements(metadata).map((one) => [one.name, textOf(one).trim()] as const),
  );
  return new Map([...bare, ...labelled]);
}

/** Opens an item for reading. */
export function openItem12(source: QtiSource<MarkupElement>): Reading12 {
  const item = source.tree;
  const draft = itemDraft();
  const fields = fieldsOf(item);
  const presentation = findElements(item, ['presentation'])[0] ?? NOTHING;
  const conditions = conditionsOf(item);
  const markdown = (nodes: readonly MarkupNode[], field: string, inline = false): string => {
    const read = qtiMarkdown(nodes, { field, inline, mediaName: source.mediaName });
    draft.lose(...read.losses);
    return read.markdown;
  };
  const texts = new Map(findElements(item, ['itemfeedback']).map((one) => [attribute(one, 'ident') ?? '', one] as const));
  const used = new Set<string>();
  return {
    source,
    item,
    presentation,
    responses: responsesIn(presentation),
    conditions,
    full: fullScore(item, conditions),
    kind: fields.get('question_type') ?? fields.get('bbmd_questiontype') ?? fields.get('qmd_itemtype') ?? null,
    field: (label) => fields.get(label) ?? null,
    draft,
    markdown,
    feedback: {
      take(identifier) {
        const element = texts.get(identifier);
        if (!element) return null;
        used.add(identifier);
        return markdown(saidIn(element), 'key.feedback') || null;
      },
      rest: () =>
        [...texts].flatMap(([identifier, element]) => {
          const text = used.has(identifier) ? '' : markdown(saidIn(element), 'explanation');
          return text === '' ? [] : [[identifier, text] as const];
        }),
    },
  };
}

/** The answers a response offers, with their identifiers. */
export const labelsOf = (response: MarkupElement): MarkupElement[] => findElements(response, ['response_label']);

/** Feedback of the conditions that name one answer alone. */
export function feedbackFor({ conditions, feedback }: Reading12, response: string, value: string): string | null {
  const ids = conditions.flatMap(({ is, isNot, feedback: shown }) =>
    is.length === 1 && isNot.length === 0 && is[0]?.response === response && is[0].value === value ? shown : [],
  );
  return [...new Set(ids)].flatMap((id) => feedback.take(id) ?? []).join('\n\n') || null;
}
