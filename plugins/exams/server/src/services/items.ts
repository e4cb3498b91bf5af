import { renderMarkdown } from '@lyceum/core/render';
import type { Content, Revision } from '@lyceum/questions/contract';
import { learnerView, type Render } from '@lyceum/questions/learner-view';
import { rulesOf } from '@lyceum/questions/scoring';
import { type AudioClip, audioClips } from '../../../domain/paper/audio-clips.ts';
import type { ShownList } from '../../../domain/paper/option-order.ts';
import { questionBank } from './question-bank.ts';

/** One revision of a question, rendered once for all learners who meet it. `revision` holds the key: never send it. */
export type CompiledItem = {
  readonly revision: Revision;
  /** What each attempt shows in an order of its own. */
  readonly lists: readonly ShownList[];
  /** The order asked for, which must not be the one shown; null for types that ask for none. */
  readonly solution: readonly string[] | null;
  /** Texts of this question as markup, from memory. */
  readonly render: Render;
  readonly stemHtml: string;
  readonly clips: readonly AudioClip[];
  /** Marked by a person. */
  readonly isMarked: boolean;
};

/** Items in memory at most; the oldest leave first. About 3 kB each. */
const ITEMS_MAX = 20_000;

const compiled = new Map<number, CompiledItem>();
let compiledFor = 0;

/** Renders each text at the first look and remembers it, so that a thousand papers render a question once. */
function remembering(): Render {
  const block = new Map<string, string>();
  const inline = new Map<string, string>();
  const from = (known: Map<string, string>, text: string, isInline: boolean) => {
    const html = known.get(text) ?? renderMarkdown(text, { inline: isInline }).html;
    known.set(text, html);
    return html;
  };
  return { block: (text) => from(block, text, false), inline: (text) => from(inline, text, true) };
}

/** Every text beside the stem that a learner sees in the exam. */
function partsOf({ options = [], details }: Content): string[] {
  const inDetails =
    details && 'gaps' in details
      ? details.gaps.flatMap((gap) => gap.options ?? [])
      : details && 'prompts' in details
        ? details.prompts
        : [];
  return [...options, ...inDetails].map((one) => one.text);
}

function compile(revision: Revision): CompiledItem {
  const { content, key, language } = revision;
  const rules = rulesOf(content.type);
  const lists = rules.lists(content);
  const render = remembering();
  const { stemHtml } = learnerView(content, language, () => [], render);
  return {
    revision,
    lists,
    solution: 'order' in key ? key.order : null,
    render,
    stemHtml,
    clips: audioClips([stemHtml, ...partsOf(content).map(render.inline)]),
    isMarked: 'rubric' in key,
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
