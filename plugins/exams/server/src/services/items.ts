import { renderMarkdown } from '@lyceum/core/render';
import type { Revision } from '@lyceum/questions/contract';
import type { OrderedOption } from '../../../domain/paper/option-order.ts';
import { questionBank } from './question-bank.ts';

/** One revision of a question, rendered once for all learners who meet it. `revision` holds the key: never send it. */
export type CompiledItem = {
  readonly revision: Revision;
  readonly stemHtml: string;
  readonly options: readonly OrderedOption[];
  /** By the bank's option id. */
  readonly optionHtml: ReadonlyMap<string, string>;
};

/** Items in memory at most; the oldest leave first. About 3 kB each. */
const ITEMS_MAX = 20_000;

/** A true/false question stores no options; these are its texts in the question's own language. */
const TRUE_FALSE = {
  en: { true: 'True', false: 'False' },
  tr: { true: 'Doğru', false: 'Yanlış' },
  ar: { true: 'صواب', false: 'خطأ' },
} as const;

const compiled = new Map<number, CompiledItem>();
let compiledFor = 0;

function compile(revision: Revision): CompiledItem {
  const { content, language } = revision;
  const texts = TRUE_FALSE[language];
  const options =
    content.type === 'true-false'
      ? (['true', 'false'] as const).map((id) => ({ id, text: texts[id], pinned: true }))
      : (content.options ?? []).map((option) => ({ id: option.id, text: option.text, pinned: option.pinned === true }));
  return {
    revision,
    stemHtml: renderMarkdown(content.stem).html,
    options: options.map(({ id, pinned }) => ({ id, pinned })),
    optionHtml: new Map(options.map((option) => [option.id, renderMarkdown(option.text, { inline: true }).html])),
  };
}

/** Forgets what was compiled before the pool changed: topics may have new names. */
export function forgetItems(poolVersion: number): void {
  if (poolVersion === compiledFor) return;
  compiled.clear();
  compiledFor = poolVersion;
}

/** Compiled items by revision id; what is not in memory is read in one round trip. @throws when a revision does not exist */
export async function compiledItems(revisionIds: readonly number[]): Promise<CompiledItem[]> {
  const missing = revisionIds.filter((id) => !compiled.has(id));
  if (missing.length > 0) {
    for (const revision of await questionBank().revisions([...new Set(missing)])) compiled.set(revision.id, compile(revision));
  }
  const items = revisionIds.map((id) => {
    const item = compiled.get(id);
    if (!item) throw new Error(`There is no question revision ${id}`);
    return item;
  });
  for (const oldest of compiled.keys()) {
    if (compiled.size <= ITEMS_MAX) break;
    compiled.delete(oldest);
  }
  return items;
}
