import { DIFFICULTY, type QuestionSet, type SetContent, type SetRule } from '../../../../contract/index.ts';

/** A set as it stands in the form: both kinds, so that switching loses nothing before it is saved. */
export type SetDraft = {
  readonly name: string;
  readonly kind: SetContent['kind'];
  readonly documentIds: readonly string[];
  readonly rule: SetRule;
};

const EMPTY_RULE: SetRule = {
  topic: null,
  examTypes: [],
  skill: null,
  tags: [],
  difficultyMin: DIFFICULTY.min,
  difficultyMax: DIFFICULTY.max,
  count: 10,
};

export const EMPTY_SET: SetDraft = { name: '', kind: 'fixed', documentIds: [], rule: EMPTY_RULE };

export const toSetDraft = ({ name, content }: Pick<QuestionSet, 'name' | 'content'>): SetDraft => ({
  ...EMPTY_SET,
  name,
  kind: content.kind,
  ...(content.kind === 'fixed' ? { documentIds: content.documentIds } : { rule: content.rule }),
});

/** What is sent: the chosen kind alone. */
export const contentOf = ({ kind, documentIds, rule }: SetDraft): SetContent =>
  kind === 'fixed' ? { kind, documentIds: documentIds as SetContentIds } : { kind, rule };
type SetContentIds = Extract<SetContent, { kind: 'fixed' }>['documentIds'];

/** The list with an entry moved by one place; the same list where it cannot move. */
export function moved<Entry>(list: readonly Entry[], from: number, by: -1 | 1): readonly Entry[] {
  const to = from + by;
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return list;
  const others = list.filter((_, at) => at !== from);
  return [...others.slice(0, to), entry, ...others.slice(to)];
}

/** Words between commas, each once. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];
